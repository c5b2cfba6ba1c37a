// Package fonts carries the typefaces of window and paper. make.sh makes the files from their public sources; the
// licences (SIL OFL 1.1) lie beside them.
package fonts

import _ "embed"

// WindowRegular is Noto Sans SC Regular with the characters of GBK and the signs of Noto Emoji: texts of the window.
//
//go:embed window-regular.otf
var WindowRegular []byte

// WindowBold is Noto Sans SC Bold with the characters of GB2312 and the signs of Noto Emoji: bold texts of the window.
//
//go:embed window-bold.otf
var WindowBold []byte

// SansBold is Noto Sans SC Bold with the characters of GB2312: 黑体 of the papers.
//
//go:embed sans-bold.ttf
var SansBold []byte

// SerifRegular is Noto Serif SC Regular with the characters of GBK: 正文 of the papers, and the face that lends the
// characters that others do not have.
//
//go:embed serif-regular.ttf
var SerifRegular []byte

// SerifBold is Noto Serif SC Bold with the characters of GB2312: titles of the papers.
//
//go:embed serif-bold.ttf
var SerifBold []byte

// Kai is a renamed subset of LXGW WenKai with the characters of GB2312: 楷体 of the papers.
//
//go:embed kai.ttf
var Kai []byte
