import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { Loading } from '../../ui/loading.tsx'
import { bytesOf, saveFile } from '../../ui/save-file.ts'
import classes from './equipment.module.css'

/** «Собрать сведения для ИТ»: every word is shown before the file is made. */
export function BundleDialog({ onClose }: { onClose: () => void }) {
  const { calls, queries } = useWorkstation()
  const preview = useQuery(queries.equipment.bundlePreview.queryOptions())
  const save = useMutation({
    mutationFn: () => calls.equipment.bundle(),
    onSuccess: ({ name, base64 }) => {
      saveFile(`${name}.zip`, [bytesOf(base64)], 'application/zip')
      onClose()
    },
  })
  return (
    <InPlacePanel title="Собрать сведения для ИТ" onClose={onClose}>
      <Stack>
        <Text>Персональных данных нет: только измерения, названия устройств и версии. Вот всё содержимое архива.</Text>
        {preview.data ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          <section className={classes.preview} tabIndex={0} aria-label="Содержимое архива">
            <Stack gap="sm">
              {preview.data.files.map(({ name, text }) => (
                <div key={name}>
                  <Text fw={600}>{name}</Text>
                  <pre className={classes.wrapped}>{text}</pre>
                </div>
              ))}
            </Stack>
          </section>
        ) : (
          <Loading label="Собираем сведения…" />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Отмена
          </Button>
          <Button loading={save.isPending} disabled={!preview.data} onClick={() => save.mutate()}>
            Сохранить архив
          </Button>
        </Group>
      </Stack>
    </InPlacePanel>
  )
}
