import type { Playbooks, PlaybooksAnswer, SegmentsAnswer } from '@account-health/contract/playbooks';

export const playbooks: Playbooks = {
  enabled: false,
  toBands: ['at_risk', 'unhealthy'],
  cooldownDays: 30,
  perPersonAWeek: 10,
  dueInDays: 2,
  fallbackOwnerId: null,
  meetingLink: null,
  advice: { onboarding: null, adoption: null, renewal: null, mature: null },
};

export const playbooksAnswer: PlaybooksAnswer = {
  version: 3,
  playbooks,
  advice: { onboarding: 'Call within a day.', adoption: 'Offer a training.', renewal: 'Settle it.', mature: 'Ask.' },
  plays: [
    {
      companyId: '77001',
      companyName: 'Northwind Tools',
      companyUrl: 'https://app.example.com/77001',
      taskUrl: 'https://app.example.com/task/5',
      owner: 'Ada',
      madeOn: '2026-10-05',
      from: 'healthy',
      to: 'at_risk',
      score: 61,
      after30: { status: 'healthy', score: 72 },
      after90: null,
    },
    {
      companyId: '77002',
      companyName: 'Blue Harbour',
      companyUrl: 'https://app.example.com/77002',
      taskUrl: null,
      owner: null,
      madeOn: '2026-07-05',
      from: 'at_risk',
      to: 'unhealthy',
      score: 20,
      after30: { status: 'gone', score: null },
      after90: { status: 'not_customer', score: null },
    },
  ],
  outcomes: [
    { days: 30, due: 2, recovered: 1, same: 0, worse: 0, left: 1 },
    { days: 90, due: 1, recovered: 0, same: 0, worse: 0, left: 1 },
  ],
  refused: null,
  skipped: [{ text: 'Had a task shortly before', count: 4 }],
};

export const segmentsAnswer: SegmentsAnswer = {
  segments: [
    {
      key: 'unhealthy',
      name: 'Unhealthy customers',
      description: 'Whom to look at first.',
      rules: 'Health status is Unhealthy.',
      state: 'not_made',
      url: null,
      size: null,
      failure: null,
    },
    {
      key: 'renewing',
      name: 'At risk and renewing',
      description: 'Renewals that are near and unsure.',
      rules: 'Next renewal within 90 days.',
      state: 'made',
      url: 'https://app.example.com/lists/8',
      size: 12,
      failure: null,
    },
    {
      key: 'dropped',
      name: 'Dropped 15 points',
      description: 'Much worse lately.',
      rules: 'Fell 15 points.',
      state: 'gone',
      url: null,
      size: null,
      failure: 'HubSpot did not take it: “too many lists”',
    },
  ],
  refused: null,
};
