import type { install as english } from '../en/install.ts';
import type { Sentences } from '../sentences.ts';

export const install: Sentences<typeof english> = {
  'install.connect': 'HubSpot에 연결',
  'install.again': '다시 시작',
  'install.connected.title': '연결되었습니다',
  'install.connected.text': '앱이 HubSpot 계정에 연결되었습니다(계정 {account}). 설정 페이지가 자동으로 열립니다.',
  'install.connected.go': '설정 페이지 열기',
  'install.stale.title': '이 연결을 완료할 수 없습니다',
  'install.stale.text':
    '다른 브라우저에서 시작했거나, 이미 완료되었거나, 10분이 지났습니다. 아무것도 연결되지 않았습니다. 여기에서 다시 시작해 주세요.',
  'install.denied.title': '아무것도 연결되지 않았습니다',
  'install.denied.text':
    'HubSpot에서 액세스를 허용하지 않기로 선택하셨습니다. 읽거나 저장한 내용은 없습니다. 언제든지 다시 시작할 수 있습니다.',
  'install.code.title': 'HubSpot이 연결을 확인해 주지 않았습니다',
  'install.code.text':
    '확인 코드가 만료되었거나 이미 사용되었습니다. 아무것도 연결되지 않았습니다. 다시 시작해 주세요.',
  'install.scope.title': '권한이 부족합니다',
  'install.scope.text':
    'HubSpot이 다음 권한을 부여하지 않았습니다: {scopes}. 이 권한이 없으면 점수를 계산하거나 기록할 수 없습니다. 아무것도 연결되지 않았습니다. 계정의 최고 관리자가 다시 시작해 주세요.',
  'install.error.title': 'HubSpot이 연결을 중단했습니다',
  'install.error.text':
    'HubSpot이 알린 이유: {reason}. 아무것도 연결되지 않았습니다. 다시 시작해 보시고, 또 발생하면 계정의 최고 관리자에게 문의해 주세요.',
  'install.unreachable.title': '지금 HubSpot이 응답하지 않습니다',
  'install.unreachable.text': '아무것도 연결되지 않았습니다. 몇 분 기다린 뒤 다시 시작해 주세요.',
  'install.wrong_account.title': '다른 HubSpot 계정입니다',
  'install.wrong_account.text':
    '이 링크의 계정: {asked}. 선택한 계정: {chosen}. 아무것도 연결되지 않았습니다. 다시 시작하여 링크의 계정을 선택해 주세요.',
  'install.session.title': '다시 연결해 주세요',
  'install.session.text':
    '이 페이지는 계정을 연결한 사람에게 한 시간 동안 열려 있습니다. 다시 연결하면 볼 수 있으며, 읽은 내용은 그대로 있습니다.',
  'install.form.title': '이 버튼은 더 이상 유효하지 않습니다',
  'install.form.text': '변경된 내용은 없습니다. 페이지를 다시 열고 그곳의 버튼을 눌러 주세요.',
  'install.form.go': '페이지 다시 열기',
  'install.gone.title': '앱이 더 이상 연결되어 있지 않습니다',
  'install.gone.text': 'HubSpot에서 이 계정의 앱이 제거되었습니다. 계속하려면 다시 연결해 주세요.',
  'install.failed.title': '문제가 발생했습니다',
  'install.failed.text':
    '저희 쪽 오류이며 기록되었습니다. 다시 시도해 주시고, 또 발생하면 저희 고객 지원에 이 코드를 알려 주세요: {request}',
  'setup.reading.title': 'HubSpot 계정을 읽고 있습니다',
  'setup.reading.text':
    '이 페이지를 닫았다가 다시 오셔도 됩니다. 읽기는 계속됩니다. 승인하시기 전에는 HubSpot에 아무것도 기록하지 않습니다.',
  'setup.reading.waiting': '차례를 기다리고 있으며 몇 분 안에 시작됩니다.',
  'setup.reading.records': '읽은 레코드: {read, number} / {expected, number}',
  'setup.reading.records_so_far': '읽은 레코드: {read, number}',
  'setup.reading.companies': '점수를 매긴 회사: {scored, number} / {expected, number}',
  'setup.reading.left': '남은 시간: 약 {left}',
  'setup.reading.failed': '지난 시도가 도중에 끝났습니다. 한 시간 안에 멈춘 곳부터 자동으로 이어집니다.',
  'setup.preview.title': '첫 점수',
  'setup.preview.text': '앱이 기록하게 될 내용입니다. 아직 HubSpot에 아무것도 기록하지 않았습니다.',
  'setup.preview.counted': '고객: 회사 {companies, number}곳 중 {customers, number}곳. 기준일: {day}.',
  'setup.band.healthy': '양호',
  'setup.band.at_risk': '위험',
  'setup.band.unhealthy': '불량',
  'setup.band.unknown': '알 수 없음',
  'setup.unscored.title': '점수가 없는 회사와 그 이유',
  'setup.unscored.line': '{reason}: {count, number}',
  'setup.reason.no_facts': '고객에 대해 알려진 것이 없음',
  'setup.reason.low_coverage': '고객에 대해 알려진 것이 너무 적음',
  'setup.reason.few_dimensions': '고객의 한 가지 면만 알려짐',
  'setup.reason.no_purchase_or_stage': '구매와 라이프사이클 단계로 보아 고객이 아님',
  'setup.reason.not_named': '고객을 지정하는 속성으로 보아 고객이 아님',
  'setup.reason.churned': '더 이상 고객이 아님',
  'setup.reason.own_company': '우리 회사',
  'setup.reason.partner': '파트너',
  'setup.reason.vendor': '공급업체',
  'setup.reason.competitor': '경쟁사',
  'setup.reason.test_company': '테스트 회사',
  'setup.reason.excluded': '건강 모델에서 제외됨',
  'setup.receipts.title': '가장 낮은 점수와 점수를 잃은 이유',
  'setup.receipts.none': '점수를 매길 수 있는 고객이 없습니다. 이유는 위 목록에 있습니다.',
  'setup.receipts.more': '외 {count, number}건',
  'setup.receipts.nameless': '이름 없는 회사',
  'setup.ungranted.title': '허용되지 않아 읽지 않은 항목',
  'setup.ungranted.text':
    '이 항목 없이 점수를 매기며, 추측으로 대신하지 않습니다. 다시 연결하면 HubSpot에 한 번 더 요청합니다.',
  'setup.write.title': '이 점수를 HubSpot에 기록할까요?',
  'setup.write.text':
    '앱이 회사에 자체 속성을 추가하고 최신 상태로 유지합니다. 다른 속성은 변경하지 않으며, 첫 점수는 어떤 플레이북도 실행하지 않습니다.',
  'setup.write.button': '기록 시작',
  'setup.writing.title': '첫 점수를 기록하고 있습니다',
  'setup.writing.text':
    '앱이 회사 속성을 추가하고 값을 채웁니다. 큰 계정에서는 몇 분이 걸립니다. 이 페이지를 닫으셔도 됩니다.',
  'setup.written.title': '점수가 HubSpot에 있습니다',
  'setup.written.text':
    '기록 시작일: {day}. 이후 최신 상태로 유지됩니다. HubSpot에서 회사를 열면 카드를 볼 수 있습니다.',
  'setup.written.open': 'HubSpot에서 회사 열기',
  'setup.written.failed': 'HubSpot이 거부한 회사: {failed, number}곳. 매번 다시 시도합니다.',
  'setup.unwritten.title': 'HubSpot이 점수를 받지 않았습니다',
  'setup.unwritten.text':
    'HubSpot이 어떤 회사에도 기록을 허용하지 않습니다. 최고 관리자가 HubSpot에서 앱의 권한을 확인해 주세요. 한 시간 안에 자동으로 다시 시도합니다.',
};
