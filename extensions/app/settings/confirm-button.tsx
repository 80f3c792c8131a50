import { Button, Flex, Modal, ModalBody, ModalFooter, Text, useExtensionActions } from '@hubspot/ui-extensions';

interface ConfirmButtonProps {
  /** Of this page alone: HubSpot closes it by this. */
  readonly id: string;
  readonly label: string;
  /** Of the dialogue; left out: the button's label. */
  readonly title?: string;
  readonly variant: 'primary' | 'secondary' | 'destructive';
  readonly disabled?: boolean;
  readonly size?: 'sm' | 'md';
  /** What will happen, a paragraph each. */
  readonly says: readonly string[];
  readonly confirm: string;
  readonly cancel: string;
  readonly onConfirm: () => void;
}

/** A button that says in a dialogue what it will do, and does it only then. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { id, label, title = label, variant, disabled = false, size = 'md', says, confirm, cancel, onConfirm } = props;
  const { closeOverlay } = useExtensionActions<'settings'>();
  const close = () => closeOverlay(id);
  const overlay = (
    <Modal id={id} title={title} variant={variant === 'destructive' ? 'danger' : 'default'}>
      <ModalBody>
        <Flex direction="column" gap="small">
          {says.map((text) => (
            <Text key={text}>{text}</Text>
          ))}
        </Flex>
      </ModalBody>
      <ModalFooter>
        <Button
          variant={variant === 'destructive' ? 'destructive' : 'primary'}
          onClick={() => {
            close();
            onConfirm();
          }}
        >
          {confirm}
        </Button>
        <Button variant="secondary" onClick={close}>
          {cancel}
        </Button>
      </ModalFooter>
    </Modal>
  );
  return (
    <Button variant={variant} size={size} disabled={disabled} overlay={overlay}>
      {label}
    </Button>
  );
}
