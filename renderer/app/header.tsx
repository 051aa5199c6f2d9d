import { Badge, Group, Text } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useDesk } from './desk.tsx'
import { PersonMenu } from './person-menu.tsx'
import { hasSettings, receivesCitizens } from './screens-of-role.ts'
import classes from './shell.module.css'

/** Where one can go, what this copy is, who works here. */
export function Header() {
  const { session, demonstration } = useDesk()
  const { role } = session.account
  return (
    <header className={classes.header}>
      <Text fw={700} component="span">
        Видеоприём
      </Text>
      <nav className={classes.navigation} aria-label="Разделы">
        {receivesCitizens(role) && (
          <>
            <Link to="/" className={classes.link} activeOptions={{ exact: true }}>
              Сегодня
            </Link>
            <Link to="/applications" className={classes.link}>
              Заявки
            </Link>
            <Link to="/journal" className={classes.link}>
              Журнал
            </Link>
            <Link to="/recordings" className={classes.link}>
              Записи
            </Link>
          </>
        )}
        <Link to="/equipment" className={classes.link}>
          Оборудование
        </Link>
        {hasSettings(role) && (
          <Link to="/settings" className={classes.link}>
            Настройки
          </Link>
        )}
      </nav>
      {demonstration && (
        <Badge
          color="amber"
          size="lg"
          tt="none"
          className={classes.copy}
          leftSection={<IconFlask aria-hidden size="1.1em" />}
        >
          Демонстрация
        </Badge>
      )}
      <Group gap="sm" ml="auto" wrap="nowrap">
        <Text c="dimmed" component="span" className={classes.place}>
          {session.workplace.name}
        </Text>
        <PersonMenu />
      </Group>
    </header>
  )
}
