import type { State } from './rtf-state';

/** Words that say how letters and paragraphs look from here on. Answers whether this is one of them. */
export function isLook(state: State, name: string, value: number | null): boolean {
  const isOn = value !== 0;
  switch (name) {
    case 'b':
      state.bold = isOn;
      return true;
    case 'i':
      state.italic = isOn;
      return true;
    case 'strike':
    case 'striked':
      state.struck = isOn;
      return true;
    case 'v':
      state.hidden = isOn;
      return true;
    case 'deleted':
      state.change = isOn ? 'deleted' : null;
      return true;
    case 'revised':
      state.change = isOn ? 'inserted' : null;
      return true;
    case 'f':
      state.font = value ?? 0;
      return true;
    case 'uc':
      state.unicodeSkip = Math.max(0, value ?? 1);
      return true;
    case 'intbl':
      state.isInTable = true;
      return true;
    case 's':
      state.style = value ?? 0;
      return true;
    case 'ls':
      state.list = value ?? 0;
      return true;
    case 'ilvl':
      state.level = value ?? 0;
      return true;
    default:
      return false;
  }
}
