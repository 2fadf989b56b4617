import { startDesk } from '../../local/run/desk-runner.ts';

/** A desk in a process of its own, to be killed: says where its SMTP is. Argument: the data folder. */
const desk = await startDesk({ dataFolder: process.argv[2] ?? '', seed: false });
process.stdout.write(`smtp ${desk.smtpPort}\n`);
