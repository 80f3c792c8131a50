import type { segments as english } from '../en/segments.ts';
import type { Sentences } from '../sentences.ts';

const WAY =
  '{way, select, installed {Bir yöneticinin Bağlantı bölümünde yeniden onay vermesini sağlayın, sonra yeniden deneyin.} other {Bunları HubSpot’taki özel uygulamaya ekleyin (Ayarlar > Entegrasyonlar > Özel uygulamalar > Kapsamlar), sonra yeniden deneyin.}}';

export const segments: Sentences<typeof english> = {
  'segment.unhealthy.name': 'Sağlıksız müşteriler',
  'segment.unhealthy.description': 'İlk bakılacak müşteriler.',
  'segment.unhealthy.rules': 'Sağlık durumu Sağlıksız.',
  'segment.renewing.name': 'Riskli ve 90 gün içinde yenilenecek',
  'segment.renewing.description': 'Yenilemesi yakın ve belirsiz olan müşteriler.',
  'segment.renewing.rules': 'Sağlık durumu Riskli veya Sağlıksız ve bir sonraki yenileme önümüzdeki 90 gün içinde.',
  'segment.dropped.name': '30 günde 15 puan düştü',
  'segment.dropped.description': 'Durumu ne olursa olsun son zamanlarda çok kötüleşen müşteriler.',
  'segment.dropped.rules': 'Sağlık puanı 30 günde 15 puan veya daha fazla düştü.',
  'segment.overdue_falling.name': 'Vadesi geçmiş ve düşüyor',
  'segment.overdue_falling.description': 'Sağlığı kötüleşirken vadesi geçmiş borcu olan müşteriler.',
  'segment.overdue_falling.rules': 'Vadesi geçmiş tutar 0’dan büyük ve sağlık puanı 30 günde düştü.',
  'segment.ask_review.name': 'Sağlıklı, değerlendirme isteyin',
  'segment.ask_review.description':
    'İyi durumda olan ve düşmeyen müşteriler: onlardan bir değerlendirme veya tavsiye isteyin.',
  'segment.ask_review.rules': 'Sağlık durumu Sağlıklı ve sağlık puanı 30 günde düşmedi.',
  'segment.failure.unwritten':
    'Oluşturulmadı. Sağlık modeli şirketlere şunu yazmıyor: {properties}. Modelin yazdıklarına ekleyin, modeli yayımlayın, sonraki puanları bekleyin ve yeniden deneyin.',
  'segment.failure.absent':
    'Oluşturulmadı. HubSpot’taki şirketlerde henüz olmayan: {properties}. Yazmayı başlatın, sonraki puanları bekleyin ve yeniden deneyin.',
  'segment.failure.names_taken':
    'Oluşturulmadı: verebileceğimiz bütün adlar başka segmentlerde. HubSpot’ta birinin adını değiştirin, sonra yeniden deneyin.',
  'segment.failure.refused':
    'Oluşturulmadı. HubSpot’un belirttiği neden: {reason}. Neden planınızın segment sınırıysa gerekmeyen bir segmenti silin, sonra yeniden deneyin.',
  'segment.refused.scope': `Uygulama segment oluşturamıyor ve göremiyor; eksik kapsamlar: {scopes}. ${WAY}`,
  'portal.unreachable': 'HubSpot şu anda yanıt vermiyor. Hiçbir şey kaybolmadı: bir dakika sonra yeniden deneyin.',
  'portal.disconnected': 'HubSpot artık uygulamaya izin vermiyor. Bir yöneticinin yeniden bağlaması gerekiyor.',
  'connection.companies': 'Şirketler',
  'connection.remedy.wait':
    'Uygulama hesabı bir sonraki okuyuşunda kendiliğinden düzelir. Bir gün böyle kalırsa uygulamanın destek ekibine yazın.',
  'connection.remedy.reconnect': 'Hesabın bir yöneticisinin uygulamayı yeniden bağlaması gerekiyor.',
  'connection.remedy.model':
    'Gösterilen puanlar bu modelin verdiği son puanlardır. Bir yöneticinin “Sağlık modeli” altında başka bir sürüm yayımlaması gerekiyor.',
  'schedule.next': 'Sonraki başlangıç: {first}. Ondan sonra: {second}.',
  'people.refused.scope': `Uygulama kullanıcılarınızın kim olduğunu okuyamıyor; eksik kapsamlar: {scopes}. ${WAY}`,
};
