//go:build !cli

package main

import (
	"context"
	"errors"
	"os"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/ui/window"
)

// newTrial opens the program over a temporary folder with the bundled list, registers and notice, for 看看样件.
func newTrial(a fyne.App) func(context.Context) (window.Trial, error) {
	return func(ctx context.Context) (window.Trial, error) {
		dir, err := os.MkdirTemp("", "yidanqing-")
		if err != nil {
			return window.Trial{}, app.WrapError(app.CodeReadOnly, err, "建不了临时文件夹。请检查系统的临时目录能不能写。")
		}
		d, s, p, err := openDesk(ctx, dir)
		if err != nil {
			return window.Trial{}, errors.Join(err, os.RemoveAll(dir))
		}
		end := func() error { return errors.Join(s.Close(), os.RemoveAll(dir)) } // without a backup: nothing of it is to stay
		list, registers, notice, office := sample()
		if err := d.TakeSample(ctx, list, registers, office); err != nil {
			return window.Trial{}, errors.Join(err, end())
		}
		parts := params(a, d, p)
		parts.Trial = nil
		return window.Trial{Params: parts, Notice: notice, Close: end}, nil
	}
}
