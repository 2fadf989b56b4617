import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { SimulatedDay } from '../../../schemas/simulation.ts';

/** The file cannot be played; the message says where and what to change. */
export class DayFault extends Error {
  override readonly name = 'DayFault';
}

/** @throws DayFault when the file is missing, no JSON, or not a day */
export const readDay = (file: string): SimulatedDay => {
  const parsed = SimulatedDay.safeParse(jsonIn(file));
  if (parsed.success) return parsed.data;
  throw new DayFault(`${file} is no day to play:\n${z.prettifyError(parsed.error)}`);
};

const jsonIn = (file: string): unknown => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new DayFault(`${file} cannot be read: ${wordsOf(cause)}`, { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DayFault(`${file} is no JSON: ${wordsOf(cause)}`, { cause });
  }
};

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
