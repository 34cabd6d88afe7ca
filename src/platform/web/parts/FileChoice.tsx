import { UploadIcon } from '@navikt/aksel-icons'
import { Button, FileUpload } from '@navikt/ds-react'
import { useId } from 'react'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'

/** Chooses one file by a small button, where it is not what the page is about (else: FileDrop), and says which. */
export const FileChoice = (props: {
  label: string
  chosen?: string | undefined
  disabled?: boolean
  choose: (file: File) => void
}) => {
  const t = useTexts(platformTexts)
  const id = useId()
  return (
    <div className="ff-file-choice">
      <span id={id} className="aksel-label aksel-label--small">
        {props.label}
      </span>
      <FileUpload.Trigger
        multiple={false}
        onSelect={(_files, { accepted: [file] }) => {
          if (file !== undefined) props.choose(file)
        }}
      >
        <Button
          type="button"
          size="small"
          variant="secondary"
          icon={<UploadIcon aria-hidden />}
          aria-describedby={id}
          loading={props.disabled ?? false}
        >
          {t('files.choose')}
        </Button>
      </FileUpload.Trigger>
      <span role="status">{props.chosen}</span>
    </div>
  )
}
