/** Releases per batch: one transaction of SQLite, as many concurrent `releases.file()` of ours. */
export const batchSize = 500;

/** A page of the list. */
export const pageSize = 50;
