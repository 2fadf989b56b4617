import { describe, expect, it } from 'vitest';
import { evaluateCondition, NO_VALUE, resolve, type Scope } from './intrinsics.ts';
import type { Json } from './json.ts';

const scope: Scope = {
  ref: (name) => (name === 'AWS::NoValue' ? NO_VALUE : `ref-${name}`),
  attribute: (id, attribute) => `${id}/${attribute}`,
  importValue: (name) => `imported-${name}`,
  mapping: (map, top, second) => `${map}.${top}.${second}`,
  condition: (name) => name === 'IsTrue',
};

describe('resolving intrinsic functions', () => {
  const cases: [string, Json, Json][] = [
    ['joins parts', { 'Fn::Join': ['-', ['a', { Ref: 'B' }]] }, 'a-ref-B'],
    ['reads attributes by path', { 'Fn::GetAtt': 'Table.Arn' }, 'Table/Arn'],
    [
      'substitutes',
      { 'Fn::Sub': ['${A.Arn} ${B} ${!C} ${D}', { D: 'own' }] },
      'A/Arn ref-B ${C} own',
    ],
    ['selects from a split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
    ['chooses by condition', { 'Fn::If': ['IsTrue', 'yes', 'no'] }, 'yes'],
    ['finds in a map', { 'Fn::FindInMap': ['M', { Ref: 'R' }, 'x'] }, 'M.ref-R.x'],
    ['imports from another stack', { 'Fn::ImportValue': 'name' }, 'imported-name'],
    ['drops a property without value', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['drops a list entry without value', [1, { Ref: 'AWS::NoValue' }], [1]],
    ['leaves other objects alone', { Condition: { a: [true] } }, { Condition: { a: [true] } }],
  ];
  it.each(cases)('%s', (_, value, expected) => {
    expect(resolve(value, scope)).toEqual(expected);
  });

  it('refuses a function it does not know', () => {
    expect(() => resolve({ 'Fn::Transform': {} }, scope)).toThrow('Fn::Transform');
  });

  it('refuses a dynamic reference', () => {
    expect(() => resolve('{{resolve:ssm:x}}', scope)).toThrow('not emulated');
  });
});

describe('evaluating conditions', () => {
  it('combines comparisons', () => {
    const same = { 'Fn::Equals': [{ Ref: 'A' }, 'ref-A'] };

    const both = evaluateCondition({ 'Fn::And': [same, { Condition: 'IsTrue' }] }, scope);
    const neither = evaluateCondition({ 'Fn::Not': [{ 'Fn::Or': [same, same] }] }, scope);

    expect([both, neither]).toEqual([true, false]);
  });
});
