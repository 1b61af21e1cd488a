export * from './query';
export type { QueryOptions } from './query-options';
export { parseQuery } from './parse-query';
export { printQuery } from './print-query';
export { chipsOf, withoutRange, type Chip } from './chips';
export { facetFields, hasValue, toggledValue, valuePiece, type FacetField } from './field-values';
export {
  applyCompletion,
  completionAt,
  fieldCompletions,
  fixedValues,
  type Completion,
  type FieldCompletion,
} from './completion';
