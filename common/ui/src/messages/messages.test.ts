import type { Message } from '@cso/contract';
import { within } from '@testing-library/vue';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { h } from 'vue';
import { expectNoAxeViolations, renderWith } from '../testing';
import MessageList from './MessageList.vue';

const first: Message = {
  id: '018f4b1e-7d0a-7c3e-9a55-6f0d2b1c4e01',
  author: 'carer',
  authorName: 'Jo Carer',
  isMine: true,
  body: 'Can we talk about school?\nAny time is fine.',
  sentAt: '2026-03-26T09:32:00.000Z',
  withdrawnAt: null,
  readBy: [{ name: 'Olivia Hart', readAt: '2026-03-27T09:32:00.000Z' }],
};
const answer: Message = {
  ...first,
  id: '018f4b1e-7d0a-7c3e-9a55-6f0d2b1c4e02',
  author: 'worker',
  authorName: 'Olivia Hart',
  isMine: false,
  body: 'I will ring you.',
  sentAt: '2026-03-27T10:00:00.000Z',
  readBy: [],
};

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-03-27T15:00:00.000Z'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

const show = (messages: Message[], slots = {}) => renderWith(MessageList, { props: { messages }, slots });

describe('a conversation', () => {
  test('goes by day, oldest first, with who wrote what and who has read it', async () => {
    const page = await show([first, answer]);
    const said = page.getAllByRole('listitem').map((item) => item.textContent);
    expect(said[0]).toMatch(/You.*9:32am.*school\?\nAny time.*Read by Olivia Hart on 27 March at 9:32am/s);
    expect(said[1]).toMatch(/Olivia Hart.*10:00am.*I will ring you\./s);
    page.getByText('Yesterday');
    page.getByText('Today');
    await expectNoAxeViolations(page.container);
  });

  test('says of one’s own message alone that nobody has read it yet', async () => {
    const page = await show([{ ...first, readBy: [] }, answer]);
    const [mine, theirs] = page.getAllByRole('listitem');
    within(mine!).getByText('Not read yet');
    expect(within(theirs!).queryByText('Not read yet')).toBeNull();
  });

  test('strikes out what was taken back, and says so in words', async () => {
    const page = await show([{ ...first, withdrawnAt: '2026-03-27T11:00:00.000Z', readBy: [] }]);
    page.getByText('Taken back on 27 March at 11:00am');
    expect(page.container.querySelector('del')?.textContent).toBe(first.body);
    expect(page.queryByText('Not read yet')).toBeNull();
    await expectNoAxeViolations(page.container);
  });

  test('offers what may be done with each message', async () => {
    const page = await show([first], { actions: () => h('button', 'Take back') });
    page.getByRole('button', { name: 'Take back' });
  });
});
