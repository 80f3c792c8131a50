/** The portal's setting that names the version it is scored by. */
export const MODEL_SETTING = 'model';
