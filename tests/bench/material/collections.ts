import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { collectionOf, type Collection, type CollectionQuery } from './collection';
import { plainDocument } from './corpus-document';
import { madeUpCollections } from './made-up-collections';

const documentsSuffix = '.docs.jsonl.gz';

/**
 * Every collection in these folders, in the order of their names: `X.docs.jsonl.gz` with
 * {id, title, body}, `X.queries.jsonl.gz` with {id, text}, `X.qrels.tsv.gz` with query, document,
 * grade. Made-up ones where there is none.
 */
export async function collectionsIn(
  folders: readonly string[],
  say: (line: string) => void,
): Promise<Collection[]> {
  const collections: Collection[] = [];
  for (const folder of folders.filter(existsSync)) {
    const files = (await readdir(folder)).filter((file) => file.endsWith(documentsSuffix)).sort();
    for (const file of files) {
      collections.push(await collectionIn(folder, file.slice(0, -documentsSuffix.length)));
    }
  }
  if (collections.length > 0) return collections;
  say(
    'MADE-UP COLLECTIONS: no real ones were found (--data, --collections). Each of their questions ' +
      'has one answer, which says little about ranking.',
  );
  return madeUpCollections();
}

async function collectionIn(folder: string, name: string): Promise<Collection> {
  const linesOf = async (ending: string): Promise<string[]> => {
    const packed = await readFile(join(folder, `${name}.${ending}.gz`));
    const text = (await promisify(gunzip)(packed)).toString('utf8');
    return text.split('\n').filter((line) => line !== '');
  };
  const documents = (await linesOf('docs.jsonl')).map((line) => {
    const { id, title, body } = JSON.parse(line) as Record<'id' | 'title' | 'body', string>;
    return plainDocument(id, title, body);
  });
  const queries = (await linesOf('queries.jsonl')).map(
    (line) => JSON.parse(line) as CollectionQuery,
  );
  const grades = new Map<string, Map<string, number>>();
  for (const line of await linesOf('qrels.tsv')) {
    const [query = '', document = '', grade = ''] = line.split('\t');
    if (!(Number(grade) > 0)) continue;
    const ofQuery = grades.get(query) ?? new Map<string, number>();
    ofQuery.set(document, Number(grade));
    grades.set(query, ofQuery);
  }
  return collectionOf(name, documents, queries, grades);
}
