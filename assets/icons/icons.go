// Package icons embeds the icons of the window: 24 by 24, lines of two, drawn in currentColor.
package icons

import "embed"

// FS holds one SVG file an icon, named as ui/theme names it.
//
//go:embed *.svg
var FS embed.FS
