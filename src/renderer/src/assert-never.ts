/** Closes a switch over a union: a member that nobody handles doesn't compile. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled: ${JSON.stringify(value)}`);
}
