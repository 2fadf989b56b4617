import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const fromPackage = (file: string): Uint8Array =>
  readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/pt-sans/${file}`));

/** PT Sans (SIL Open Font License 1.1): Latin and Cyrillic. A bundle carries the bytes (`lib/lazy-modules.ts`). */
export const letterFonts = () => ({
  regular: fromPackage('400Regular/PTSans_400Regular.ttf'),
  bold: fromPackage('700Bold/PTSans_700Bold.ttf'),
});
