import { describe, expect, it } from 'vitest';
import { emptyTemplate, filledText, holesIn, isFilled } from './template-draft.ts';

const order = {
  name: 'order_update',
  language: 'en_US',
  parameters: ['Kim', '1042'],
  body: 'Hello {{1}}, order {{2}} is on its way.',
};

describe('a template', () => {
  it('reads as the customer will see it', () => {
    expect(filledText(order)).toBe('Hello Kim, order 1042 is on its way.');
  });

  it('shows the hole while its value is missing', () => {
    expect(filledText({ ...order, parameters: ['Kim', ''] })).toContain('order {{2}}');
  });

  it('whose text nobody typed is named with its values', () => {
    expect(filledText({ ...order, body: ' ' })).toBe('[order_update]\nKim\n1042');
  });

  it('asks for as many values as its highest hole, and never for more than a template takes', () => {
    expect(holesIn(order.body)).toBe(2);
    expect(holesIn('no hole')).toBe(0);
    expect(holesIn('{{999}}')).toBe(20);
  });

  it('can be sent when its name, its language and every value are there', () => {
    expect(isFilled(order)).toBe(true);
    expect(isFilled(emptyTemplate)).toBe(false);
    expect(isFilled({ ...order, name: 'Order update' })).toBe(false);
    expect(isFilled({ ...order, parameters: ['Kim', ' '] })).toBe(false);
  });
});
