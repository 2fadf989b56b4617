import { join } from 'node:path';
import settings from '../desk.config.ts';
import { deskApp } from '../lib/desk-app.ts';

const dist = join(import.meta.dirname, '../dist');

deskApp({ settings, codeFolder: join(dist, 'functions'), webFolder: join(dist, 'web') }).synth();
