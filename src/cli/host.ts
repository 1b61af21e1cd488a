import type { ExitCode } from './exit-code';
import type { Output } from './output';

/** What a command gets from the process that runs it. */
export interface Host {
  readonly output: Output;
  readonly environment: NodeJS.ProcessEnv;
  readonly workingFolder: string;
  /** The files that the sample archive is made of. */
  readonly sampleFolder: string;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
  /** Set by the command that ran. */
  exitCode: ExitCode;
}

/** Options that every command takes, before or after its name. */
export interface GlobalOptions {
  readonly archive?: string;
}
