import type { modelYaml as english } from '../en/model-yaml.ts';
import type { Sentences } from '../sentences.ts';

export const modelYaml: Sentences<typeof english> = {
  'model.word.export': 'Esporta',
  'model.word.exportOf': 'Quale modello',
  'model.word.exportHint': 'Salvalo come {file}',
  'model.word.copy': 'Copia',
  'model.word.copied': 'Copiato',
  'model.word.copyFailed': 'Impossibile copiare. Seleziona il testo e copialo a mano.',
  'model.word.import': 'Importa',
  'model.word.importText': 'Modello in YAML',
  'model.word.importHint': 'Incollalo qui. Prima viene controllato e sostituisce la bozza solo quando lo dici.',
  'model.word.importMissing': 'Incolla prima un modello.',
  'model.word.check': 'Controlla',
  'model.word.checking': 'Controllo in corso',
  'model.word.checkRight': 'Nessun errore. Che cosa cambierebbe:',
  'model.word.useYaml': 'Usa come bozza',
  'model.word.useYamlNew': 'Il testo diventa la bozza.',
  'model.word.useYamlReplaces': 'Il testo sostituisce la bozza. Le modifiche non pubblicate vanno perse.',
  'model.word.useYamlPublish': 'Non viene ancora pubblicato nulla.',
  'model.word.used': 'Ora è la bozza.',
};
