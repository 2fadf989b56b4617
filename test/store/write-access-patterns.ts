import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderAccessPatterns } from './render-access-patterns.ts';

writeFileSync(join(import.meta.dirname, '../../docs/ACCESS-PATTERNS.md'), renderAccessPatterns());
