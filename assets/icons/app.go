package icons

import _ "embed"

// App is the program's icon, a PNG of 512 by 512 drawn from app.svg, for the window's frame and task bar.
//
//go:embed app.png
var App []byte
