/** A release as the material has it. */
export interface RawRelease {
  readonly title: string;
  readonly body: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}
