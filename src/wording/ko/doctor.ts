import type { doctor as english } from '../en/doctor.ts';
import type { Sentences } from '../sentences.ts';
import { modelSetUp } from './model-set-up.ts';
import { settingsPage } from './settings-page.ts';

const GRANT =
  '{way, select, installed {포털 관리자가 앱을 다시 설치하게 하여} other {HubSpot의 비공개 앱(설정 > 통합 > 비공개 앱 > 범위)에}}';
const CUSTOMERS = `“${settingsPage['settings.word.tabSetUp']}” > “${modelSetUp['model.word.step_customers']}”`;
const EXCLUDED = `${CUSTOMERS} > “${modelSetUp['model.word.exclude']}”`;
const AUTOMATIC = `“${modelSetUp['model.word.ownCompany']}”`;

export const doctor: Sentences<typeof english> = {
  'doctor.section.connection': '연결',
  'doctor.section.granted': '부여된 권한',
  'doctor.section.missing': '누락',
  'doctor.section.stale': '최신 상태',
  'doctor.section.todo': '할 일',
  'doctor.nothing': '할 일이 없습니다. 모두 정상입니다.',
  'doctor.none': '없음',

  'doctor.model': '건강도 모델 {file} 확인됨: {name}, 버전 {version}.',
  'doctor.model_own': '설정 페이지에서 게시한 포털 자체 건강 모델이 적용됩니다: {name}, 버전 {version}.',
  'doctor.model_unusable': '건강도 모델을 사용할 수 없습니다.',
  'doctor.model_unusable.remedy': '{reason}',
  'doctor.schedule_unusable': '서비스 일정을 사용할 수 없습니다.',
  'doctor.schedule_unusable.remedy': '{reason}',
  'doctor.service': '서비스(npm start)의 설정이 모두 갖춰져 있습니다. HubSpot은 {url} 주소로 서비스를 호출합니다.',
  'doctor.service_unset': '지금 설정으로는 서비스(npm start)를 시작할 수 없습니다. 개별 사이클은 실행할 수 있습니다.',
  'doctor.service_unset.remedy': '{reason}',
  'doctor.service_http': 'HubSpot이 서비스를 호출할 주소는 {url}이지만, HubSpot은 https 주소만 호출합니다.',
  'doctor.service_http.remedy': '서비스 앞에 TLS를 처리하는 프록시를 두고 PUBLIC_URL을 그 https 주소로 설정하세요.',
  'doctor.database':
    '데이터베이스가 열려 있고 테이블이 최신 상태입니다: {at}; PostgreSQL {version}, {megabytes, number}MB.',
  'doctor.database_new': '아직 저장된 것이 없습니다({at}). 첫 사이클에서 데이터베이스를 만듭니다.',
  'doctor.database_bypassed':
    'DATABASE_URL의 사용자는 슈퍼유저이거나 BYPASSRLS 권한이 있어 행 수준 보안을 적용받지 않습니다. 포털 사이를 막는 데이터베이스 자체의 두 번째 잠금이 작동하지 않습니다.',
  'doctor.database_bypassed.remedy':
    '데이터베이스의 소유자이면서 슈퍼유저가 아니고 BYPASSRLS 권한도 없는 사용자로 연결하세요.',
  'doctor.database_in_use':
    '내장 데이터베이스({at})가 다른 프로세스(대개 서비스)에서 열려 있습니다. 한 프로세스만 열 수 있으므로 내용을 표시할 수 없습니다.',
  'doctor.database_in_use.remedy':
    '저장된 내용을 보려면 서비스를 중지하고 doctor를 다시 실행하거나, 함께 열 수 있는 PostgreSQL(DATABASE_URL)로 전환하세요.',
  'doctor.database_unusable': '데이터베이스를 사용할 수 없습니다.',
  'doctor.database_unusable.remedy': '{reason}',

  'doctor.hubspot': 'HubSpot 응답 확인({host}): 포털 {portal}, 시간대 {zone}, 통화 {currency}.',
  'doctor.hubspot_refused': 'HubSpot({host})에서 액세스 토큰을 받아들이지 않습니다.',
  'doctor.hubspot_refused.remedy':
    'HUBSPOT_ACCESS_TOKEN에 포털 비공개 앱의 토큰을 설정하세요(HubSpot: 설정 > 통합 > 비공개 앱).',
  'doctor.hubspot_forbidden': '액세스 토큰으로 계정 정보를 읽을 수 없습니다: {reason}.',
  'doctor.hubspot_forbidden.remedy': `${GRANT} app.json에 나열된 범위를 부여하세요.`,
  'doctor.hubspot_silent': 'HubSpot({host})에서 응답이 없습니다: {reason}.',
  'doctor.hubspot_silent.remedy': '네트워크와 HUBSPOT_API_URL을 확인한 뒤 doctor를 다시 실행하세요.',
  'doctor.hubspot_odd': '{host}의 응답이 HubSpot의 응답과 다릅니다: {reason}.',
  'doctor.hubspot_odd.remedy': 'HUBSPOT_API_URL을 확인하세요. HubSpot의 주소는 https://api.hubapi.com 입니다.',

  'doctor.portal_unreached': '어느 포털을 점검할지 알 수 없습니다.',
  'doctor.portal_unreached.remedy': '{reason}',
  'doctor.installed_writing':
    '설치 시각: {since}. {told, select, yes {설치한 사용자: {by}.} other {설치한 사용자는 HubSpot이 알려 주지 않았습니다.}} HubSpot에 점수를 쓰기 시작한 시각: {writing}.',
  'doctor.installed_preview':
    '설치 시각: {since}. {told, select, yes {설치한 사용자: {by}.} other {설치한 사용자는 HubSpot이 알려 주지 않았습니다.}} 미리보기 상태이며 아직 HubSpot에 아무것도 쓰지 않습니다.',
  'doctor.installed_preview.remedy':
    '점수가 맞아 보이면 포털 관리자가 앱 설치 링크를 열고 미리보기 페이지에서 ‘기록 시작’ 버튼을 누르면 됩니다.',
  'doctor.installation_gone':
    '포털 {portal}: 앱이 더 이상 설치되어 있지 않습니다({since}). HubSpot이 토큰을 거부하여 이 포털은 더 이상 호출하지 않습니다.',
  'doctor.installation_gone.remedy':
    '포털 관리자에게 앱을 다시 설치해 달라고 요청하세요. 일부러 제거한 것이라면 보관된 데이터를 삭제하세요: npm run cli -- erase --portal {portal}',
  'doctor.installation_disconnected':
    '포털 {portal}: 관리자가 연결을 해제했습니다({since}). 이 포털은 더 이상 호출하지 않습니다.',
  'doctor.installation_disconnected.remedy':
    '다시 점수를 매기려면 포털 관리자에게 앱을 다시 설치해 달라고 요청하세요. 아니면 보관된 데이터를 삭제할 수 있습니다: npm run cli -- erase --portal {portal}',
  'doctor.tokens_unusable': '포털의 토큰을 사용할 수 없습니다.',
  'doctor.tokens_unusable.remedy': '{reason}',

  'doctor.counted': '{type} ({records, number})',
  'doctor.readable': '읽을 수 있습니다. 괄호 안은 HubSpot 레코드 수입니다: {counted}.',
  'doctor.companies_refused': 'companies: 읽을 수 없어 점수를 낼 수 없습니다. 토큰에 없는 범위: {scopes}.',
  'doctor.companies_refused.remedy': `${GRANT} 다음 범위를 부여하세요: {scopes}. 용도: {buys}.`,
  'doctor.refused': '{types}: 읽을 수 없습니다. 토큰에 없는 범위: {scopes}. 이로 인해 알 수 없는 항목: {signals}.',
  'doctor.refused.remedy': `${GRANT} 다음 범위를 부여하세요: {scopes}. 용도: {buys}.`,
  'doctor.absent': '{types}: 이 HubSpot 계정에는 없습니다. 이로 인해 알 수 없는 항목: {signals}.',
  'doctor.untried': '{types}: 확인하지 못했습니다. {reason}.',
  'doctor.untried.remedy': 'HubSpot에서 일부 응답이 없었습니다. 몇 분 뒤 doctor를 다시 실행하세요.',
  'doctor.writable': '회사에 점수를 쓰고, 점수용 속성을 만들 수 있습니다.',
  'doctor.unwritable': '회사에 점수를 쓸 수 없습니다. 토큰에 없는 범위: {scopes}. 카드에는 점수가 표시됩니다.',
  'doctor.unwritable.remedy': `${GRANT} 다음 범위를 부여하세요: {scopes}. 용도: {buys}.`,
  'doctor.uncreatable': '속성을 만들 수 없습니다. 토큰에 없는 범위: {scopes}.',
  'doctor.uncreatable.remedy': `${GRANT} 다음 범위를 부여하세요: {scopes}. 용도: {buys}.`,
  'doctor.tasks_refused': '플레이북이 켜져 있지만 작업을 만들 수 없습니다. 토큰에 없는 범위: {scopes}.',
  'doctor.tasks_refused.remedy': `${GRANT} 다음 범위를 부여하세요: {scopes}. 용도: {buys}. 또는 앱 설정에서 플레이북을 끄세요.`,
  'doctor.users_unread':
    'HubSpot에서 누가 최고 관리자인지 알 수 없습니다. 토큰에 없는 범위: {scopes}. {way, select, installed {쓰기는 앱을 설치한 사용자만 시작할 수 있고, 그 밖의 관리자 작업은 앱 설정에 지정된 사용자만 할 수 있습니다.} other {관리자 작업은 앱 설정에 지정된 사용자만 할 수 있습니다.}}',
  'doctor.users_unread.remedy': `${GRANT} 다음 범위를 부여하세요: {scopes}. 용도: {buys}.`,
  'doctor.scopes_untold':
    'HubSpot은 이 토큰의 쓰기 권한을 알려 주지 않습니다(비공개 앱만 알려 줌). 다음 사이클에서 확인됩니다.',
  'doctor.pipelines_refused':
    '거래 파이프라인을 읽을 수 없습니다. 토큰에 없는 범위: {scopes}. 이로 인해 알 수 없는 항목: {signals}.',
  'doctor.pipelines_refused.remedy': `${GRANT} 다음 범위를 부여하세요: {scopes}. 용도: {buys}.`,
  'doctor.own_company': `귀사 자신의 회사는 대부분의 사용자 주소에 쓰인 도메인의 회사이며 점수를 매기지 않습니다. 도메인: {domain}. 그 회사가 고객이라면 앱 설정(${CUSTOMERS})에서 ${AUTOMATIC} 항목을 끄세요.`,
  'doctor.own_company_named': '어느 회사가 귀사인지는 건강도 모델만으로 정해집니다.',
  'doctor.own_company_untold': '어느 회사가 귀사인지 알 수 없습니다. 사용자 주소의 도메인이 하나로 모이지 않습니다.',
  'doctor.own_company_untold.remedy': `귀사가 HubSpot에 등록되어 있다면 앱 설정(${EXCLUDED})에서 귀사의 도메인으로 규칙을 추가하세요.`,
  'doctor.own_company_refused': '어느 회사가 귀사인지 알 수 없습니다. 토큰에 없는 범위: {scopes}.',
  'doctor.own_company_refused.remedy': `${GRANT} 다음 범위를 부여하세요: {scopes}. 용도: {buys}. 또는 앱 설정(${EXCLUDED})에서 귀사의 도메인으로 규칙을 추가하세요.`,

  'scope.oauth': '계정 정보, 시간대 및 통화',
  'scope.crm.objects.companies.read': '회사 자체',
  'scope.crm.objects.companies.write': '목록과 보고서를 위한 회사 레코드의 점수',
  'scope.crm.schemas.companies.read': '회사의 속성 목록',
  'scope.crm.schemas.companies.write': '점수를 담는 속성',
  'scope.crm.objects.contacts.read': '연락 중인 사람, 그리고 개인에게만 보낸 연락의 소속 회사',
  'scope.crm.objects.contacts.write': '고객 담당자를 위한 작업',
  'scope.crm.objects.deals.read': '구매, 갱신 및 확장',
  'scope.tickets': '진행 중인 티켓, 불만 및 해결 방식',
  'scope.sales-email-read': '고객의 회신 여부, 회신 인원, 열람한 이메일',
  'scope.crm.objects.invoices.read': '연체된 청구서, 결제 방식, 실제 지출액',
  'scope.crm.objects.feedback_submissions.read': '설문 응답',
  'scope.crm.objects.subscriptions.read': '반복 매출, 연체되거나 취소된 구독',
  'scope.crm.objects.commercepayments.read': '실패했거나 분쟁 중인 결제',
  'scope.crm.objects.quotes.read': '응답을 기다리는 견적',
  'scope.crm.objects.custom.read': '건강 모델이 사용자 지정 개체에서 읽는 내용',
  'scope.settings.currencies.read': '다른 통화를 쓰는 고객을 비교하기 위한 환율',
  'scope.crm.objects.owners.read': '귀사 자신의 회사를 알아내어 제외하기 위한 사용자 정보',
  'scope.settings.users.read': '일부만 보고 바꿀 수 있는 것을 위한, 최고 관리자 여부와 소속 팀',
  'scope.crm.lists.read': '시작 세그먼트가 아직 있는지와 그 안의 회사 수',
  'scope.crm.lists.write': '누군가 요청할 때 시작 세그먼트 만들기',

  'doctor.properties': '신호가 읽는 속성이 모두 있습니다.',
  'doctor.properties_missing': '{type}: 없는 속성: {properties}. 이로 인해 알 수 없는 항목: {signals}.',
  'doctor.properties_missing.remedy':
    '누군가 {type} 속성({properties})을 보관 처리했다면 HubSpot에서 복원하세요(설정 > 속성). 계정 플랜에 없는 속성이면 그대로 두세요. 해당 신호는 알 수 없음으로 남습니다.',
  'doctor.no_records': '살펴볼 레코드가 없는 유형: {types}. 모든 고객에 대해 알 수 없는 항목: {signals}.',
  'doctor.no_data': '{types}: 필요한 값이 있는 레코드가 없습니다. 모든 고객에 대해 알 수 없는 항목: {signals}.',
  'doctor.own': 'Account Health의 회사 속성이 모두 있습니다.',
  'doctor.own_absent': '아직 포털에 없는 속성: {properties}.',
  'doctor.own_absent.remedy': '사이클을 실행하세요(npm run cycle). 없는 속성을 만들고 값을 채웁니다.',
  'doctor.own_type':
    '회사 속성 {property}의 유형: {is}. Account Health에서 쓰는 유형: {must}. 사이클을 실행할 수 없습니다.',
  'doctor.own_type.remedy':
    'HubSpot에서 속성 {property} 항목을 삭제하세요(설정 > 속성 > 회사 속성). 다음 사이클에서 새로 만듭니다.',
  'doctor.own_options': '회사 속성 {property}에 없는 옵션: {options}. 이 값을 가진 회사는 거부됩니다.',
  'doctor.own_options.remedy': 'HubSpot에서 {property}에 다음 옵션을 다시 추가하세요(설정 > 속성): {options}.',
  'doctor.own_no_room': '포털에 다음 속성을 추가할 여유가 없습니다: {properties}.',
  'doctor.own_no_room.remedy': '사용하지 않는 사용자 지정 속성을 삭제한 뒤 사이클을 실행하세요.',
  'doctor.own_left_over': '건강도 모델이 (더는) 요청하지 않는 속성: {properties}. 이 속성들은 비워 둡니다.',
  'doctor.own_left_over.remedy':
    '여유를 만들려면 HubSpot(설정 > 속성 > 회사 속성)에서 {properties} 속성을 삭제하거나, 모델의 write에 적으세요.',
  'doctor.room': '사용자 지정 속성 사용량: {used, number} / {limit, number}.',

  'doctor.portal_unknown': '데이터베이스에 있는 포털: {portals}. 어느 포털인지는 HubSpot이 응답해야 알 수 있습니다.',
  'doctor.no_cycle': '아직 완료된 사이클이 없습니다.',
  'doctor.no_cycle.remedy': '첫 사이클을 실행하세요: npm run cycle.',
  'doctor.cycle':
    '마지막 사이클 완료: {when}, 모델 {name} {version}. 회사 기록 {changed, number}개, 변경 없음 {unchanged, number}개, 거부 {failed, number}개.',
  'doctor.cycle_old': '마지막 사이클 완료: {when}, 모델 {name} {version}. 카드는 그 시점의 내용을 표시합니다.',
  'doctor.cycle_old.remedy':
    '사이클이 완료되지 않는 이유를 확인하세요. 일정에 따라 사이클을 실행하는 서비스를 시작하거나(npm start), npm run cycle을 실행해 메시지를 확인하세요.',
  'doctor.cycle_refused': 'HubSpot에서 회사 {company} 쓰기를 거부했습니다: {reason}',
  'doctor.cycle_refused.remedy':
    'HubSpot 규칙에 맞도록 회사 {company} 정보를 HubSpot에서 수정하세요({reason}). 사이클마다 다시 시도합니다.',
  'doctor.cycle_other_model':
    '현재 모델 파일: {name} {version}. 표시된 점수의 모델: {before}. 다음 사이클에서 바뀝니다.',
  'doctor.schedule': '서비스는 실행 중일 때 다음 일정에 따라 사이클을 시작합니다: {schedule}. 다음 시작: {when}.',
  'doctor.type_unread': '{types}: 아직 끝까지 읽지 않았습니다.',
  'doctor.type_unread.remedy': '사이클(npm run cycle)을 실행해 끝까지 두세요. 지난번에 멈춘 곳부터 이어집니다.',
  'doctor.type':
    '완료 시점: {when}. 괄호 안은 보관 중인 레코드 수입니다: {counted}. 삭제 확인 시점: {archived}; 주간 재확인: {round}.',
  'doctor.type_old':
    '다음 시점까지만 완료: {when}. 괄호 안은 보관 중인 레코드 수입니다: {counted}. 삭제 확인 시점: {archived}; 주간 재확인: {round}.',
  'doctor.type_old.remedy': '사이클을 실행하세요(npm run cycle). 하루 넘게 업데이트되지 않은 레코드가 있습니다.',
  'doctor.round_none': '시작 전',
  'doctor.round_done': '완료',
  'doctor.round_part': '{share} 진행',
  'doctor.pass_full': '전체 레코드 읽기 진행 중(시작: {when}). 지금까지 읽은 수: {passed}. 다음 사이클에서 이어집니다.',
  'doctor.pass_changes':
    '변경 사항 읽기 진행 중(시작: {when}). 지금까지 읽은 수: {passed}. 다음 사이클에서 이어집니다.',
  'doctor.passed': '{type}({read, number}{counted, select, yes {/{expected, number}} other {}})',
  'doctor.queue_empty': '대기 중인 웹훅 이벤트가 없습니다.',
  'doctor.queue': '웹훅이 알린 레코드 {count, number}개가 읽기를 기다리고 있습니다. 가장 오래된 것: {when}.',
  'doctor.queue_old': '웹훅이 알린 레코드 {count, number}개가 읽기를 기다리고 있습니다. 가장 오래된 것: {when}.',
  'doctor.queue_old.remedy':
    '서비스를 시작하거나(npm start) 다시 시작하세요. 실행 중에는 웹훅이 알린 내용을 1분 안에 읽습니다.',
  'doctor.purge': '개인정보 보호를 위해 삭제된 연락처 {count, number}개를 여기에서도 삭제해야 합니다.',
  'doctor.purge.remedy':
    '서비스를 시작하세요(npm start). HubSpot 사용자가 개인정보 보호를 위해 삭제한 내용을 1분 안에 여기에서도 삭제합니다.',
};
