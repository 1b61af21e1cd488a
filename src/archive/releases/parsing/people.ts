import type { Guess } from '../../../shared/parsed-release';
import type { Person } from '../../../shared/release';
import { findHanPeople } from './han-people';
import { findLatinPeople } from './latin-people';
import type { Page, Recogniser } from './page';
import { note } from './page';

/** The people of a release stand in its first pages; a book isn't searched to its end. */
const searchedLength = 200_000;
const mostPeople = 100;

/** Who is named with a title. One entry each, where the text first says the fullest title. */
export const recognisePeople: Recogniser = (page: Page): Page => {
  const people = new Map<string, Guess<Person>>();
  for (const block of page.blocks) {
    const role = page.roles.get(block.index);
    if (block.span.start > searchedLength || people.size >= mostPeople) break;
    if (role !== undefined && role !== 'caption' && role !== 'headline' && role !== 'subheadline')
      continue;
    const folded = block.folded.slice(0, searchedLength);
    const plain = page.plain.slice(block.span.start, block.span.start + folded.length);
    const found = [
      ...findLatinPeople(folded, block.span.start),
      ...findHanPeople(folded, plain, block.span.start),
    ];
    for (const person of found) keepFullest(people, person);
  }
  const inOrder = [...people.values()].sort((a, b) => a.span.start - b.span.start);
  return note(page, { found: { people: inOrder } });
};

function keepFullest(people: Map<string, Guess<Person>>, person: Guess<Person>): void {
  const key = person.value.name.toLowerCase();
  const known = people.get(key);
  if (!known || known.value.title.length < person.value.title.length) people.set(key, person);
}
