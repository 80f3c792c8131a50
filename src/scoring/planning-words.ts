/**
 * What people write when they mean to do more together, in the languages that the app speaks. `*`: any ending. Words that
 * also mean something else ("grow", "next year") are left out: a false hope costs more than a missed one.
 */
export const PLANNING_WORDS: readonly string[] = [
  // English
  ...[
    'expand',
    'expanding',
    'expansion',
    'upsell',
    'upgrade',
    'upgrading',
    'rollout',
    'roll out',
    'roadmap',
    'scale up',
  ],
  ...['more seats', 'additional seats', 'more licenses', 'more licences', 'additional licenses', 'additional licences'],
  ...['new location', 'new locations', 'growth plan', 'growth plans'],
  // Italian
  ...['espansione', 'espander*', 'ampliamento', 'ampliar*', 'nuova sede', 'nuove sedi', 'più licenze'],
  ...['licenze aggiuntive', 'piano di crescita', 'piani di crescita'],
  // Turkish
  ...['genişleme*', 'genişlet*', 'büyüme plan*', 'yeni şube*', 'ek lisans*', 'daha fazla lisans*', 'yol haritası*'],
  // Korean: particles follow the noun
  ...['확장*', '확대*', '증설*', '업그레이드*', '로드맵*', '추가 라이선스*', '성장 계획*', '신규 지점*'],
  // Romanian
  ...['extinder*', 'extinde', 'sediu nou', 'sedii noi', 'mai multe licențe', 'licențe suplimentare'],
  ...['plan de creștere', 'planuri de creștere'],
];
