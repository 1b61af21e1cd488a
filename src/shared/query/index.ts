export * from './query';
export type { QueryOptions } from './query-options';
export { parseQuery } from './parse-query';
