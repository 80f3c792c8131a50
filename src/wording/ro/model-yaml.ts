import type { modelYaml as english } from '../en/model-yaml.ts';
import type { Sentences } from '../sentences.ts';

export const modelYaml: Sentences<typeof english> = {
  'model.word.export': 'Exportați',
  'model.word.exportOf': 'Ce model',
  'model.word.exportHint': 'Salvați-l ca {file}',
  'model.word.copy': 'Copiați',
  'model.word.copied': 'Copiat',
  'model.word.copyFailed': 'Nu s-a putut copia. Selectați textul și copiați-l manual.',
  'model.word.import': 'Importați',
  'model.word.importText': 'Model în format YAML',
  'model.word.importHint': 'Lipiți-l aici. Întâi este verificat și înlocuiește schița doar când spuneți dvs.',
  'model.word.importMissing': 'Lipiți mai întâi un model.',
  'model.word.check': 'Verificați',
  'model.word.checking': 'Se verifică',
  'model.word.checkRight': 'Nicio greșeală. Ce ar schimba:',
  'model.word.useYaml': 'Folosiți ca schiță',
  'model.word.useYamlNew': 'Textul devine schița.',
  'model.word.useYamlReplaces': 'Textul înlocuiește schița. Modificările nepublicate se pierd.',
  'model.word.useYamlPublish': 'Încă nu se publică nimic.',
  'model.word.used': 'Acum este schița.',
};
