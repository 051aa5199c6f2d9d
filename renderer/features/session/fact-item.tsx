import { Menu, type MenuItemProps } from '@mantine/core'
import type { ComponentPropsWithoutRef } from 'react'

type FactItemProps = MenuItemProps & Omit<ComponentPropsWithoutRef<'button'>, keyof MenuItemProps | 'onKeyDown'>

/** A line of a menu that sets a legal fact: by click or Space, never by a stray Enter (fact-button.tsx). */
export function FactItem(props: FactItemProps) {
  return (
    <Menu.Item
      {...props}
      onKeyDown={event => {
        if (event.key === 'Enter') event.preventDefault()
      }}
    />
  )
}
