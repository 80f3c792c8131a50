import type { permissions as english } from '../en/permissions.ts';
import type { Sentences } from '../sentences.ts';

export const permissions: Sentences<typeof english> = {
  'permission.refused.everybody': 'HubSpot’ta uygulamanın bir kartından veya sayfasından açın.',
  'permission.refused.amounts':
    'Tutarlar ve e-posta konuları yalnızca süper yöneticilere ve uygulama ayarlarında adı geçen kişi ve ekiplere gösterilir.',
  'permission.refused.portfolio':
    'Portföy yalnızca süper yöneticilere ve uygulama ayarlarında adı geçen kişi ve ekiplere gösterilir.',
  'permission.refused.managers': 'Bunu yalnızca süper yöneticiler ve uygulama ayarlarında adı geçen kişiler yapabilir.',
  'permission.refused.managers_or_installer':
    'Bunu yalnızca süper yöneticiler, uygulama ayarlarında adı geçen kişiler ve uygulamayı kuran kişi yapabilir.',
  'permission.unknown.unnamed': 'HubSpot kimin sorduğunu söylemedi, bu yüzden yetkileriniz denetlenemedi.',
  'permission.unknown.scope_missing':
    'Yetkileriniz denetlenemedi: uygulama bu hesabın kullanıcılarını okuyamıyor. Bir yönetici uygulamaya settings.users.read kapsamını verebilir.',
  'permission.unknown.unreachable':
    'Yetkileriniz denetlenemedi: HubSpot yanıt vermedi. Bir dakika sonra yeniden deneyin.',
  'permission.unknown.not_found':
    'Yetkileriniz denetlenemedi: HubSpot sizi bu hesabın kullanıcıları arasında göstermiyor.',
  'permission.stale': 'Bu arada başka biri bunu değiştirdi. Yeniden bakın, sonra değişikliğinizi yapın.',
};
