/** Made by the build out of the licence files of what it bundles. */
declare module 'virtual:third-party-notices' {
  const notices: readonly {
    readonly name: string;
    readonly version: string;
    readonly licence: string;
    readonly texts: readonly string[];
  }[];
  export default notices;
}
