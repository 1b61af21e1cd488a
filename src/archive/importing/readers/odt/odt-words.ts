import type { Element, ElementContent } from 'hast';
import { elementOf } from '../markdown/hast';
import type { LetterStyle } from './odt-styles';

export function marksOf({ bold, italic, struck }: LetterStyle): Element[] {
  return [
    ...(bold === true ? [elementOf('strong', [])] : []),
    ...(italic === true ? [elementOf('em', [])] : []),
    ...(struck === true ? [elementOf('s', [])] : []),
  ];
}

/** Puts the wrappers into each other and all into the holder; gives what the innermost one holds. */
export function within(holder: Element, wrappers: readonly Element[]): ElementContent[] {
  let inner = holder;
  for (const wrapper of wrappers) {
    inner.children.push(wrapper);
    inner = wrapper;
  }
  return inner.children;
}
