import { App, type AppProps, Stack } from 'aws-cdk-lib';
import cdk from '../cdk.json' with { type: 'json' };
import { DeskSettings, type DeskSettingsInput } from '../schemas/settings.ts';
import { DataStack } from './data-stack.ts';
import { DeskStack } from './desk-stack.ts';
import { WebStack } from './web-stack.ts';

export type DeskAppProps = {
  settings: DeskSettingsInput;
  /** Folder with one bundled function per folder. */
  codeFolder: string;
  /** Folder with the screens' files. */
  webFolder: string;
  app?: AppProps;
};

/** The whole desk as a CDK app of four stacks. @throws ZodError that names every wrong setting. */
export function deskApp({ codeFolder, webFolder, ...props }: DeskAppProps): App {
  const settings = DeskSettings.parse(props.settings);
  // The CLI passes cdk.json's flags; whoever synthesizes without it must get the same template.
  const app = new App({ analyticsReporting: false, context: cdk.context, ...props.app });
  // The account stays open: the same settings give the same template on every machine.
  const env = { region: settings.region };
  const name = (part: string) => `firstline-${settings.stage}-${part}`;
  const data = new DataStack(app, name('data'), { env, settings });
  const staffRoutes = new Stack(app, name('routes'), { env });
  const desk = new DeskStack(app, name('desk'), { env, settings, data, staffRoutes, codeFolder });
  const web = new WebStack(app, name('web'), { env, frontDoor: desk.frontDoor, webFolder });
  // Screens come last: what they ask for must be there.
  web.addDependency(staffRoutes);
  return app;
}
