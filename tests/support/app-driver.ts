import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  _electron,
  type ElectronApplication,
  type JSHandle,
  type Locator,
  type Page,
} from 'playwright-core';
import type { CommandId } from '../../src/shared/command-ids';
import type { PartnerKind } from '../../src/shared/partner';
import type { ReleaseContent } from '../../src/shared/release';
import { electronExecutable } from '../../scripts/electron-binary.mjs';

const projectFolder = resolve(import.meta.dirname, '../..');

export interface LaunchOptions {
  /** The person's settings; a fresh folder, gone afterwards, unless given. */
  readonly userData?: string;
  /** An archive to open at once. */
  readonly archive?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** The window is driven while its archive is still being opened. */
  readonly isImpatient?: boolean;
  /** Files and folders on the command line, as a system gives them. */
  readonly given?: readonly string[];
}

/** Dates are `YYYY-MM-DD`; what the text doesn't say is ''. */
export interface FormValues {
  readonly headline: string;
  readonly subheadline: string;
  readonly dateline: string;
  readonly byline: string;
  readonly published: string;
  readonly event: string;
  readonly body: string;
  readonly textCredit: string;
  readonly photoCredit: string;
  readonly captions: readonly string[];
  readonly people: readonly string[];
  readonly partners: readonly string[];
}

export interface PartnerToAdd {
  readonly name: string;
  readonly aliases: readonly { readonly name: string; readonly language: string }[];
  readonly kind: PartnerKind;
  readonly country: string;
}

export interface PhotoToFile {
  readonly path: string;
  readonly caption?: string;
  readonly altText?: string;
  readonly creditLine?: string;
}

/**
 * The built program, driven as a person drives it: by what is written on the screen. Every step waits
 * for what the person would wait to see, never for a time.
 */
export class AppDriver {
  readonly electron: ElectronApplication;
  readonly window: Page;
  readonly userData: string;
  readonly #ownsUserData: boolean;

  private constructor(
    electron: ElectronApplication,
    window: Page,
    userData: string,
    ownsUserData: boolean,
  ) {
    this.electron = electron;
    this.window = window;
    this.userData = userData;
    this.#ownsUserData = ownsUserData;
  }

  static async launch(options: LaunchOptions = {}): Promise<AppDriver> {
    const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'press-archive-user-')));
    const electron = await _electron.launch({
      executablePath: electronExecutable().path,
      args: [
        projectFolder,
        `--user-data-dir=${userData}`,
        '--lang=en-US',
        ...(options.archive === undefined ? [] : [`--archive=${options.archive}`]),
        ...(options.given ?? []),
      ],
      timeout: 60_000,
      // Playwright would set a light page otherwise, whatever the program says.
      colorScheme: null,
    });
    const window = await electron.firstWindow();
    const driver = new AppDriver(electron, window, userData, options.userData === undefined);
    if (options.size !== undefined) await driver.resize(options.size);
    if (options.isImpatient !== true) await window.locator('main, nav').first().waitFor();
    return driver;
  }

  /** Another window on the same archive, driven in the same way; the program itself stays this driver's. */
  async newWindow(): Promise<AppDriver> {
    const opened = this.electron.waitForEvent('window');
    await this.window.evaluate(() => window.archive.request('window:open', null));
    const driver = new AppDriver(this.electron, await opened, this.userData, false);
    await driver.window.locator('main, nav').first().waitFor();
    return driver;
  }

  /** Brings this driver's window to the front. */
  async focus(): Promise<void> {
    const handle = (await this.electron.browserWindow(this.window)) as JSHandle<{
      focus(): void;
    }>;
    await handle.evaluate((window) => {
      window.focus();
    });
  }

  /** Quits as the menu does, and waits until the program is gone. */
  async quit(): Promise<void> {
    await this.electron.close();
    if (this.#ownsUserData) await rm(this.userData, { recursive: true, force: true });
  }

  /** Ends the program as a power cut or the task manager does. */
  async kill(): Promise<void> {
    const process = this.electron.process();
    const gone = once(process, 'exit');
    process.kill('SIGKILL');
    await gone;
  }

  async resize(size: { readonly width: number; readonly height: number }): Promise<void> {
    await this.electron.evaluate(({ BrowserWindow }, to) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(to.width, to.height);
    }, size);
    await this.window.waitForFunction((width) => innerWidth === width, size.width);
  }

  /** Chooses an entry of the menu bar, as soon as it can be chosen. */
  async choose(command: CommandId): Promise<void> {
    const choose = (): Promise<boolean> =>
      this.electron.evaluate(({ Menu }, id) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById(id);
        if (item?.enabled !== true) return false;
        (item.click as () => void)();
        return true;
      }, command);
    const end = Date.now() + 10_000;
    while (!(await choose())) {
      if (Date.now() > end) throw new Error(`The menu entry ${command} can't be chosen.`);
      await setTimeout(50);
    }
  }

  /** Answers the next dialogs that ask for a folder. */
  async willChooseFolder(folder: string | null): Promise<void> {
    await this.electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] });
    }, folder);
  }

  async createArchive(
    folder: string,
    institution: string,
    otherNames: readonly string[] = [],
  ): Promise<void> {
    await this.willChooseFolder(folder);
    await this.button('Create archive…').click();
    await this.window.getByLabel('Institution', { exact: true }).fill(institution);
    for (const name of otherNames) {
      const field = this.window.getByRole('textbox', { name: 'Other names and abbreviations' });
      await field.fill(name);
      await field.press('Enter');
    }
    await this.button('Create archive').click();
    await this.searchField.waitFor();
  }

  get searchField(): Locator {
    return this.window.getByRole('combobox', { name: 'Search releases' });
  }

  /** The rows of the list. */
  get rows(): Locator {
    return this.window.getByRole('listbox', { name: 'Releases' }).getByRole('option');
  }

  /** The words of the query that are marked in the list. */
  get hits(): Locator {
    return this.rows.locator('mark');
  }

  get article(): Locator {
    return this.window.getByRole('article');
  }

  button(name: string): Locator {
    return this.window.getByRole('button', { name, exact: true });
  }

  field(name: string): Locator {
    return this.window.getByLabel(name, { exact: true });
  }

  /** A field of several parts: of a date or a time. */
  partsField(name: string): Locator {
    return this.window.getByRole('group', { name, exact: true });
  }

  /** Types a day, `YYYY-MM-DD`, into a date field, part by part. */
  async fillDay(name: string, day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    for (const [part, digits] of Object.entries({ day: date, month, year })) {
      await this.partsField(name).locator(`[data-type='${part}']`).focus();
      await this.window.keyboard.type(digits);
    }
  }

  /** Types a time, `HH:mm`, into a time field. */
  async fillTime(name: string, time: string): Promise<void> {
    const [hour = '', minute = ''] = time.split(':');
    for (const [part, digits] of Object.entries({ hour, minute })) {
      await this.partsField(name).locator(`[data-type='${part}']`).focus();
      await this.window.keyboard.type(digits);
    }
  }

  /** The day in a date field, `YYYY-MM-DD`; '' where it is empty. */
  async dayIn(name: string): Promise<string> {
    const parts = await Promise.all(
      ['year', 'month', 'day'].map((part) =>
        this.partsField(name).locator(`[data-type='${part}']`).innerText(),
      ),
    );
    return parts.every((part) => /^\d+$/.test(part)) ? parts.join('-') : '';
  }

  sidebarEntry(name: string | RegExp): Locator {
    return this.window.getByRole('navigation', { name: 'Archive' }).getByRole('button', { name });
  }

  toast(text: string | RegExp): Locator {
    return this.window.locator('.toast').filter({ hasText: text });
  }

  async search(text: string): Promise<void> {
    await this.searchField.fill(text);
    const counted = text === '' ? /\brelease/ : /\bmatch/;
    await this.window.getByRole('status').filter({ hasText: counted }).waitFor();
  }

  /** Opens the filing screen and has the text recognised; the form is filled afterwards. */
  async paste(text: string): Promise<void> {
    await this.button('New release').first().click();
    await this.field('Text of the release').fill(text);
    await this.button('Read this text').click();
    await this.field('Headline').waitFor();
  }

  /** Drops files onto the window, as from a file manager. */
  async drop(paths: readonly string[]): Promise<void> {
    const files = await Promise.all(
      paths.map(async (path) => ({
        name: path.replace(/^.*[\\/]/, ''),
        base64: (await readFile(path)).toString('base64'),
      })),
    );
    const carried = await this.window.evaluateHandle((given) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
      }
      return transfer;
    }, files);
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await this.window.dispatchEvent('body', type, { dataTransfer: carried });
    }
  }

  /** Drops photos onto the form and types what is known of each. */
  async addPhotos(photos: readonly PhotoToFile[]): Promise<void> {
    if (photos.length === 0) return;
    await this.drop(photos.map((photo) => photo.path));
    for (const [index, photo] of photos.entries()) {
      const card = this.photoCard(index + 1);
      await card.waitFor();
      if (photo.caption !== undefined) {
        await card.getByLabel('Caption', { exact: true }).fill(photo.caption);
      }
      if (photo.altText !== undefined) {
        await card.getByLabel('Description for screen readers').fill(photo.altText);
      }
      if (photo.creditLine !== undefined) {
        await card.getByRole('textbox', { name: 'Credit line' }).fill(photo.creditLine);
      }
    }
  }

  /** Opens a file as it arrives from a file manager; the form is filled afterwards. */
  async dropRelease(path: string): Promise<void> {
    await this.drop([path]);
    await this.field('Headline').waitFor();
  }

  photoCard(number: number): Locator {
    return this.window.getByRole('group', { name: `Photo ${number}`, exact: true });
  }

  /** The text of the form, as the editor shows it; a paragraph ends with an empty line. */
  async bodyText(): Promise<string> {
    const paragraphs = await this.field('Text').locator(':scope > *').allInnerTexts();
    return paragraphs.filter((text) => text.trim() !== '').join('\n\n');
  }

  /** What the filled form says, as a person reads it off the screen. */
  async formValues(): Promise<FormValues> {
    const value = (name: string): Promise<string> => this.field(name).inputValue();
    const credit = async (name: string): Promise<string> => {
      const group = this.window.getByRole('group', { name, exact: true });
      const parts = await Promise.all(
        ['Name', 'Organisation'].map((part) =>
          group.getByRole('textbox', { name: part, exact: true }).inputValue(),
        ),
      );
      return parts.filter((part) => part !== '').join(', ');
    };
    const people = this.window.getByRole('region', { name: 'People' });
    const names = await inputValues(people.getByRole('textbox', { name: /: name$/ }));
    const titles = await inputValues(people.getByRole('textbox', { name: /: title$/ }));
    const photos = this.window.getByRole('region', { name: 'Photos' });
    const taken = await inputValues(photos.getByRole('textbox', { name: 'Caption', exact: true }));
    const loose = await photos.locator('.loose-caption').allInnerTexts();
    return {
      headline: await value('Headline'),
      subheadline: await value('Subheadline'),
      dateline: await value('Dateline'),
      byline: await value('Byline'),
      published: await this.dayIn('Published'),
      event: await this.dayIn('Event'),
      body: await this.bodyText(),
      textCredit: await credit('Text credit'),
      photoCredit: await credit('Photo credit'),
      captions: [...taken, ...loose].filter((caption) => caption !== ''),
      people: names.map((name, index) => [name, titles[index]].filter(Boolean).join(', ')),
      partners: await this.proposedPartners.allInnerTexts(),
    };
  }

  /** Fills the authority file, through the same requests as the partner dialog. */
  async addPartners(partners: readonly PartnerToAdd[]): Promise<void> {
    const refused = await this.window.evaluate(async (given) => {
      const messages: string[] = [];
      for (const partner of given) {
        const reply = await window.archive.request('partner:add', {
          content: { ...partner, note: '' },
        });
        if (!reply.ok) messages.push(reply.error.message);
      }
      return messages;
    }, partners);
    if (refused.length > 0) throw new Error(refused.join('\n'));
  }

  /** Files releases through the same request as the form; the list, if short, shows them afterwards. */
  async addReleases(contents: readonly ReleaseContent[]): Promise<void> {
    const before = await this.rows.count();
    const refused = await this.window.evaluate(async (given) => {
      const messages: string[] = [];
      for (const content of given) {
        const reply = await window.archive.request('release:file', { content, source: null });
        if (!reply.ok) messages.push(reply.error.message);
      }
      return messages;
    }, contents);
    if (refused.length > 0) throw new Error(refused.join('\n'));
    await this.rows.nth(before + contents.length - 1).waitFor();
  }

  /** Chooses the rows from the first to the one with this number. */
  async chooseRows(last: number): Promise<void> {
    await this.rows.first().click();
    await this.rows.nth(last - 1).click({ modifiers: ['Shift'] });
  }

  /** Presses keys with Ctrl, or with Command on a Mac: `press('Shift+z')`. */
  async press(keys: string): Promise<void> {
    const mod = process.platform === 'darwin' ? 'Meta' : 'Control';
    await this.window.keyboard.press(`${mod}+${keys}`);
  }

  /** What an entry of the menu bar says. */
  async menuLabel(command: CommandId): Promise<string> {
    return this.electron.evaluate(
      ({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.label ?? '',
      command,
    );
  }

  get dialog(): Locator {
    return this.window.getByRole('dialog');
  }

  /** A message that goes by itself, or that offers to take something back. */
  message(text: string | RegExp): Locator {
    return this.window.locator('.toast').filter({ hasText: text });
  }

  /** The partners that the form proposes or has tagged, the surest first. */
  get proposedPartners(): Locator {
    return this.window.getByRole('region', { name: 'Partners' }).locator('.choice');
  }

  async acceptPartner(name: string): Promise<void> {
    await this.button(`Accept ${name}`).click();
  }

  /** Files what the form holds and waits until it is read in the window. */
  async file(): Promise<void> {
    const headline = await this.field('Headline').inputValue();
    await this.button('File release').click();
    await this.article.getByRole('heading', { level: 1, name: headline.trim() }).waitFor();
  }

  /** Puts the selected releases into a pack of their own, and shows the pack. */
  async addToNewPack(title: string): Promise<void> {
    await this.choose('add-to-pack');
    const dialog = this.window.getByRole('dialog');
    await dialog.getByLabel('New pack…').fill(title);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await this.button('Export…').waitFor();
  }

  /** Exports the pack that is shown, and has the window check what it made. */
  async exportPack(destination: string): Promise<void> {
    await this.willChooseFolder(destination);
    await this.button('Export…').click();
    await this.window.getByText('The pack is ready').waitFor();
    await this.button('Check again').click();
    await this.window.getByText(/all as they were written/).waitFor();
  }

  /** Messages that go by themselves are gone. */
  async messagesGone(): Promise<void> {
    await this.window.mouse.move(0, 0);
    await this.window.locator('.toast-done').last().waitFor({ state: 'detached' });
  }

  /** No animation is under way any more: what is seen now stays. */
  async settled(): Promise<void> {
    await this.window.evaluate(async () => {
      await document.fonts.ready;
      // What has just appeared begins to move a frame later.
      await new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      });
      const finite = document
        .getAnimations()
        .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime));
      await Promise.allSettled(finite.map((animation) => animation.finished));
      // On a busy machine what comes or goes may not have begun to move by then. What is laid out
      // first, a dialog or a menu, is there already, and drawn with no opacity.
      const end = Date.now() + 5_000;
      while (
        Date.now() < end &&
        (document.querySelector('[data-entering], [data-exiting]') !== null ||
          [...document.querySelectorAll<HTMLElement>('[data-rac][style]')].some(
            ({ style }) => style.opacity === '0',
          ))
      ) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
  }

  /** Every photo that is shown has been loaded. */
  async photosLoaded(): Promise<void> {
    await this.window.waitForFunction(() =>
      [...document.images]
        .filter((image) => image.checkVisibility())
        .every((image) => image.loading === 'lazy' || (image.complete && image.naturalWidth > 0)),
    );
  }
}

async function inputValues(inputs: Locator): Promise<string[]> {
  return Promise.all((await inputs.all()).map((input) => input.inputValue()));
}
