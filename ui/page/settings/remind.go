package settings

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
)

// prefNotify switches the one desktop notification a day off; the window sends it.
const prefNotify = "alerts.notify"

// remindCard sets what the office is told of: how much may be due at once, and whether the desktop says so.
func (p *Page) remindCard() fyne.CanvasObject {
	limit := p.field(strconv.Itoa(p.loaded.Limit()), strconv.Itoa(ledger.UsualLimit), func(v string) {
		n, err := strconv.Atoi(v)
		if err != nil || n < 1 || n > 200 {
			p.p.Frame.Info("提醒线请写 1 到 200 之间的整数，没有改动")
			p.build()
			return
		}
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
	return card("提醒", line("任务量", limit, 80, "项；5 个工作日内到期超过此数即提示"), kit.Fit(notify))
}
