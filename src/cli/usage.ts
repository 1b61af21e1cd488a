import { InvalidArgumentError } from 'commander';
import { ArchiveError } from '../archive/errors';

/** A command that was called in a way that makes no sense. */
export function usageError(sentence: string): ArchiveError {
  return new ArchiveError('request-invalid', sentence);
}

/** For options that may be given several times: each takes one value, so none swallows what follows. */
export function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

/** Parses a whole number that isn't negative. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

/** Parses a whole number from 1 on. */
export function positiveNumber(text: string): number {
  const number = wholeNumber(text);
  if (number === 0) throw new InvalidArgumentError('It must be 1 or more.');
  return number;
}
