import type { Clipboard, ClipboardItem as ElectronClipboardItem } from 'electron';
import { namingWhatIsMissing, notImplemented } from '../not-implemented';

type Items = ConstructorParameters<typeof ElectronClipboardItem>[0];

class StandInClipboardItem implements Pick<ElectronClipboardItem, 'types'> {
  readonly types: string[];

  constructor(private readonly items: Items) {
    this.types = Object.keys(items);
  }

  async getType(type: string): Promise<Blob> {
    const data = await this.items[type];
    if (data === undefined) throw new Error(`The clipboard holds nothing of the type '${type}'`);
    if (typeof data === 'string') return new Blob([data], { type });
    if (data instanceof Blob) return data;
    throw notImplemented('a bookmark in ClipboardItem');
  }
}

/** In memory: tests must neither see nor change the clipboard of whoever runs them. */
class StandInClipboard implements Pick<Clipboard, 'readText' | 'writeText' | 'has' | 'clear'> {
  private items: StandInClipboardItem[] = [];

  async readText(): Promise<string> {
    const item = this.items.find(({ types }) => types.includes('text/plain'));
    return item === undefined ? '' : (await item.getType('text/plain')).text();
  }

  async writeText(text: string): Promise<void> {
    await this.write([new StandInClipboardItem({ 'text/plain': text })]);
  }

  async has(type: string): Promise<boolean> {
    return this.items.some(({ types }) => types.includes(type));
  }

  async read(): Promise<StandInClipboardItem[]> {
    return [...this.items];
  }

  async write(items: readonly StandInClipboardItem[]): Promise<void> {
    this.items = [...items];
  }

  clear(): void {
    this.items = [];
  }
}

export const ClipboardItem = StandInClipboardItem;
export const clipboard = namingWhatIsMissing('clipboard', new StandInClipboard());
