import type {
  AndNode,
  NotNode,
  OrNode,
  ParsedQuery,
  PhraseNode,
  QueryNode,
  TextField,
  ValueNode,
  WordsNode,
} from '../../../../src/shared/query/query';
import type { DocumentTexts } from '../../../../src/archive/search/search-document';

const range = { start: 0, end: 0 };

export function words(
  text: string,
  prefix: WordsNode['prefix'] = null,
  field: TextField | null = null,
): WordsNode {
  return { kind: 'words', text, prefix, field, range };
}

export function phrase(text: string, field: PhraseNode['field'] = null): PhraseNode {
  return { kind: 'phrase', text, field, range };
}

export function value(field: ValueNode['field'], text: string): ValueNode {
  return { kind: 'value', field, text, range };
}

export function not(node: QueryNode): NotNode {
  return { kind: 'not', node, range };
}

export function either(...nodes: readonly QueryNode[]): OrNode {
  return { kind: 'or', nodes, range };
}

export function both(...nodes: readonly QueryNode[]): AndNode {
  return { kind: 'and', nodes, range };
}

/** Strings are pieces between spaces, "word*" one that is only begun. */
export function query(...nodes: readonly (QueryNode | string)[]): ParsedQuery {
  return {
    nodes: nodes.flatMap((node): readonly QueryNode[] =>
      typeof node === 'string' ? pieces(node) : [node],
    ),
    notes: [],
    pasted: false,
  };
}

export function pasted(...nodes: readonly (QueryNode | string)[]): ParsedQuery {
  return { ...query(...nodes), pasted: true };
}

function pieces(text: string): readonly WordsNode[] {
  return text
    .split(/\s+/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.endsWith('*') ? words(piece.slice(0, -1), 'asked') : words(piece)));
}

export function texts(fields: Partial<DocumentTexts>): DocumentTexts {
  return {
    headline: '',
    subheadline: '',
    body: '',
    captions: [],
    credits: [],
    partners: [],
    people: [],
    tags: [],
    place: '',
    ...fields,
  };
}
