/** What the program answers to the shell, in the manner of grep. */
export const exitCode = {
  success: 0,
  /** The question was understood and the answer is no: nothing found, problems found, a file failed. */
  no: 1,
  /** Wrong use, or a failure. */
  failure: 2,
  /** 128 + SIGINT, as shells count. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
