import type { modelSegments as english } from '../en/model-segments.ts';
import type { Sentences } from '../sentences.ts';

export const modelSegments: Sentences<typeof english> = {
  'model.word.segments': 'Müşteri grupları',
  'model.word.segmentsHint':
    'Bazı müşteriler için neyin farklı olduğu. Her biri girdiği ilk gruba göre değerlendirilir.',
  'model.word.addSegment': 'Grup ekle',
  'model.word.newSegment': 'Grup {number}',
  'model.word.segmentName': 'Grubun adı',
  'model.word.segmentWho': 'Kimler içinde',
  'model.word.segmentNew': 'Yeni müşteriler',
  'model.word.segmentValues': 'Bir özelliğin belirli değerlerine sahip şirketler',
  'model.word.segmentDays': 'Şu kadar günden az süredir müşteri',
  'model.word.segmentDiffers': 'Onlar için farklı olan',
  'model.word.segmentDiffersHint': 'Boş bıraktıklarınız herkesteki gibidir.',
  'model.word.everybodyHas': 'Herkes için: {value}',
  'model.word.asForEverybody': 'Herkesteki gibi',
  'model.word.ofTheirOwn': 'Gruba özel',
  'model.word.signalOf': '{dimension}: {name}',
  'model.word.groupSignals': 'Onlar için farklı olan sinyaller',
  'model.word.groupSignalsNone': 'Yok: her sinyal herkesteki gibi sayılır.',
  'model.word.groupSignal': 'Farklı olan sinyal',
  'model.word.addGroupSignal': 'Farklı bir sinyal ekle',
  'model.word.groupPoints': 'Puanlar nasıl oluşur ({name})',
  'model.word.groupCurve': 'Değere göre puanlar ({name})',
  'model.word.groupSource':
    'Bu grup onu kendine ait bir kaynaktan okur. Bu kaynağı YAML dosyasında değiştirebilirsiniz.',
  'model.word.onlyInGroup': 'Yalnızca bu grup için sayılır; grubun ona bir ağırlık vermesi gerekir.',
  'model.word.removeGroupSignal': 'Yeniden herkesteki gibi: {name}',
  'model.word.groupCaps': 'Bu grubun sınırları',
  'model.word.groupCapsNone': 'Sınır yok: bu grubun puanını aşağıda tutan bir şey yok.',
  'model.word.removeSegment': 'Grubu sil: {name}',
};
