/**
 * The package gives its character tables as modules without types: pairs like "華 华", parted by
 * "|", a space between the character and what it becomes.
 */
declare module 'opencc-js/dict/*' {
  const pairs: string;
  export default pairs;
}
