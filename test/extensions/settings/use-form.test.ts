/** A form over something with a version: what somebody entered is theirs until it is saved or given up. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Kept } from '../../../extensions/app/settings/kept.ts';
import { formOf } from '../../../extensions/app/settings/use-form.ts';

function makeKept(): Kept {
  const forms = new Map<string, unknown>();
  return {
    get: <Form>(name: string) => forms.get(name) as Form | undefined,
    set: (name, form) => void forms.set(name, form),
  };
}

interface Held {
  version: number;
  value: { n: number };
}

const step = fc.oneof(
  fc.record({ does: fc.constant('type' as const), n: fc.nat(3) }),
  fc.record({ does: fc.constant('others' as const), n: fc.nat(3) }),
  fc.record({ does: fc.constant('save' as const), n: fc.nat(3) }),
  fc.record({ does: fc.constant('reset' as const), n: fc.nat(3) }),
);

test('whatever happens, what is shown is what was entered last, or what holds where nothing is left to save', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const kept = makeKept();
      let held: Held = { version: 0, value: { n: 0 } };
      /** What its person last entered, and has neither saved nor given up; and whether others changed what holds since they began. */
      let entered: number | null = null;
      let othersSince = false;
      for (const { does, n } of steps) {
        const form = formOf(kept, 'form', held);
        if (does === 'type') {
          form.change(() => ({ n }));
          if (entered === null || entered === held.value.n) othersSince = false;
          entered = n;
        } else if (does === 'others') {
          held = { version: held.version + 1, value: { n } };
          othersSince = true;
        } else if (does === 'save') {
          const sent = form.value;
          held = { version: held.version + 1, value: sent };
          formOf(kept, 'form', held).saved(sent, held.version);
          entered = null;
        } else {
          form.reset();
          entered = null;
        }
        const now = formOf(kept, 'form', held);
        const isPending = entered !== null && entered !== held.value.n;
        expect(now.value.n).toBe(isPending ? entered : held.value.n);
        expect([now.isChanged, now.isStale]).toEqual([isPending, isPending && othersSince]);
      }
    }),
  );
});

test('what is entered between sending and the answer goes on from what was saved', () => {
  const kept = makeKept();
  const before: Held = { version: 3, value: { n: 0 } };
  formOf(kept, 'form', before).change(() => ({ n: 1 }));
  const sent = formOf(kept, 'form', before).value;
  formOf(kept, 'form', before).change(() => ({ n: 2 }));
  const after: Held = { version: 4, value: sent };
  formOf(kept, 'form', after).saved(sent, 4);
  expect(formOf(kept, 'form', after)).toMatchObject({ value: { n: 2 }, isChanged: true, isStale: false });
});

test('two inputs and a button before the page is drawn again: nothing is lost, and what is sent is what was entered', () => {
  const kept = makeKept();
  const drawn = formOf(kept, 'form', { version: 1, value: { a: 0, b: 0 } });
  drawn.change((now) => ({ ...now, a: 1 }));
  drawn.change((now) => ({ ...now, b: 2 }));
  expect(drawn.latest()).toEqual({ a: 1, b: 2 });
  drawn.reset();
  expect(drawn.latest()).toEqual({ a: 0, b: 0 });
});
