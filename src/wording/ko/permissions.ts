import type { permissions as english } from '../en/permissions.ts';
import type { Sentences } from '../sentences.ts';

export const permissions: Sentences<typeof english> = {
  'permission.refused.everybody': 'HubSpot에서 앱의 카드나 페이지를 통해 여세요.',
  'permission.refused.amounts': '금액과 이메일 제목은 최고 관리자와 앱 설정에서 지정한 사용자 및 팀에게만 표시됩니다.',
  'permission.refused.portfolio': '포트폴리오는 최고 관리자와 앱 설정에서 지정한 사용자 및 팀에게만 표시됩니다.',
  'permission.refused.managers': '최고 관리자와 앱 설정에서 지정한 사용자만 할 수 있습니다.',
  'permission.refused.managers_or_installer':
    '최고 관리자, 앱 설정에서 지정한 사용자, 앱을 설치한 사람만 할 수 있습니다.',
  'permission.unknown.unnamed': 'HubSpot이 요청한 사람을 알려 주지 않아 권한을 확인하지 못했습니다.',
  'permission.unknown.scope_missing':
    '권한을 확인하지 못했습니다. 앱이 이 계정의 사용자를 읽을 수 없습니다. 관리자가 settings.users.read 범위를 허용할 수 있습니다.',
  'permission.unknown.unreachable':
    '권한을 확인하지 못했습니다. HubSpot이 응답하지 않았습니다. 잠시 후 다시 시도하세요.',
  'permission.unknown.not_found': '권한을 확인하지 못했습니다. HubSpot의 이 계정 사용자 목록에 없습니다.',
  'permission.stale': '그사이에 다른 사람이 이 설정을 변경했습니다. 다시 확인한 후 변경하세요.',
};
