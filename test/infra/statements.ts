import type { SynthesizedDesk } from './synthesized-desk.ts';

export type Statement = {
  /** Function's short name: `deliver`. */
  who: string;
  actions: string[];
  resources: unknown[];
  conditions: unknown;
};

type Policy = {
  Roles: { Ref: string }[];
  PolicyDocument: {
    Statement: { Action: string | string[]; Resource: unknown; Condition?: unknown }[];
  };
};
type Role = { Description?: string };

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

/** Everything the desk's own functions may do. */
export function statementsOf(desk: SynthesizedDesk): Statement[] {
  const names = new Map(
    desk.of('AWS::IAM::Role').flatMap(({ id, properties }) => {
      const name = /^What firstline-\w+-(\w+) may do$/.exec((properties as Role).Description ?? '');
      return name?.[1] ? [[id.split('/')[1], name[1]]] : [];
    }),
  );
  return desk.of('AWS::IAM::Policy').flatMap(({ properties }) => {
    const { Roles, PolicyDocument } = properties as Policy;
    const who = names.get(Roles[0]?.Ref);
    if (!who) return [];
    return PolicyDocument.Statement.map(({ Action, Resource, Condition }) => ({
      who,
      actions: list(Action),
      resources: list(Resource),
      conditions: Condition,
    }));
  });
}
