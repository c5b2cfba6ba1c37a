// Package kit holds the widgets of the window: the advice band, rows of demands, matches and findings, the notice with
// its marks, chips, tables, dialogs and the paper preview.
//
// Widgets show what they are given and report what the clerk did; they know the words of package app and the tokens of
// ui/theme, and nothing of use cases. All lengths are design pixels at 100 % and grow with the text size.
package kit
