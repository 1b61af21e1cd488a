import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createArchive, type Archive } from '../../src/archive/archive';
import {
  archiveHandlers,
  type ArchiveChannel,
  type RequestContext,
} from '../../src/archive/archive-requests';
import { replyOf } from '../../src/archive/errors';
import type { Intake } from '../../src/shared/intake';
import { requestSchemas, type Answer, type RequestArgument } from '../../src/shared/ipc-contract';
import type { Photo } from '../../src/shared/photo';
import type { Reply } from '../../src/shared/reply';
import type { FindQuery } from '../../src/shared/search';
import { institution } from './samples';
import { tempFolder } from './temp-folder';

/** A real archive in a folder of its own, asked as the window asks. */
export interface Client {
  readonly archive: Archive;
  readonly folder: string;
  readonly changes: string[];
  ask<C extends ArchiveChannel>(
    channel: C,
    argument: RequestArgument<C>,
  ): Promise<Reply<Answer<C>>>;
  /** As `ask`, for requests that must succeed. */
  get<C extends ArchiveChannel>(channel: C, argument: RequestArgument<C>): Promise<Answer<C>>;
}

export async function openClient(): Promise<Client> {
  const folder = join(await tempFolder(), 'archive');
  const changes: string[] = [];
  const archive = await createArchive(folder, institution, {
    onChanged: ({ what }) => changes.push(...what),
  });
  onTestFinished(() => archive.close().catch(() => undefined));
  let work = new AbortController();
  const context: RequestContext = {
    beginWork: () => {
      work = new AbortController();
      return work.signal;
    },
    cancelWork: () => {
      work.abort();
    },
    onProgress: () => undefined,
  };
  const ask: Client['ask'] = (channel, argument) => {
    const parsed = requestSchemas[channel].parse(argument) as RequestArgument<typeof channel>;
    return replyOf(() => archiveHandlers[channel](archive, parsed, context));
  };
  const get: Client['get'] = async (channel, argument) => {
    const reply = await ask(channel, argument);
    if (!reply.ok) throw new Error(`${channel}: ${reply.error.code}: ${reply.error.message}`);
    return reply.value;
  };
  return { archive, folder, changes, ask, get };
}

export const everything: FindQuery = {
  text: '',
  partnerIds: [],
  place: 'archive',
  year: null,
  sort: 'relevance',
  offset: 0,
  limit: 100,
};

export function asRelease(intake: Intake): Extract<Intake, { kind: 'release' }> {
  if (intake.kind !== 'release') throw new Error('That was taken for a photo.');
  return intake;
}

export function asPhoto(intake: Intake): Photo {
  if (intake.kind !== 'photo') throw new Error('That was taken for a release.');
  return intake.photo;
}
