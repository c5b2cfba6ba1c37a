package settings

import (
	"context"

	"fyne.io/fyne/v2"

	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// prefNotify switches the one desktop notification a day off; the window sends it.
const prefNotify = "alerts.notify"

// mostLimit is the highest line of 任务量 that may be set, in demands.
const mostLimit = 200

// remindCard sets what the office is told of: how much may be due at once, and whether the desktop says so.
func (p *Page) remindCard() fyne.CanvasObject {
	limit := kit.NewNumberField(p.loaded.Limit(), 1, mostLimit, "项", func(n int) {
		p.save(func(s *ledger.Settings) { s.OverloadLimit = n })
	})
	notify := kit.NewCheck("每天打开时在桌面提示一次", "只在有到期、逾期的事项时", p.notify, func(on bool) {
		value := "off"
		if on {
			value = ""
		}
		p.notify = on
		kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (struct{}, error) {
			return struct{}{}, p.p.Keeper.SetPreference(ctx, prefNotify, value)
		}, func(_ struct{}, err error) {
			if err != nil {
				p.p.Frame.Fail("没有保存设置", err, nil)
				p.Reload()
			}
		})
	})
	return card("提醒", line("任务量", limit, 0, ""),
		kit.Fit(kit.NewPara("5 个工作日内到期超过此数即提示，不阻止登记。", theme.Second, theme.ColorText3)), kit.Fit(notify))
}
