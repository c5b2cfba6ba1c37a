package settings

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// lookCard sets text size and appearance.
func (p *Page) lookCard() fyne.CanvasObject {
	mode, percent := p.p.Look()
	var sizes []string
	at := 0
	for i, s := range theme.Scales() {
		sizes = append(sizes, fmt.Sprintf("%d%%", s))
		if s == percent {
			at = i
		}
	}
	size := kit.NewSegment(sizes, at, func(i int) {
		m, _ := p.p.Look()
		p.p.SetLook(m, theme.Scales()[i])
	})
	modes := []theme.Mode{theme.Light, theme.Dark, theme.Auto}
	now := 2
	for i, m := range modes {
		if m == mode {
			now = i
		}
	}
	look := kit.NewSegment([]string{"浅色", "深色", "跟随系统"}, now, func(i int) {
		_, pc := p.p.Look()
		p.p.SetLook(modes[i], pc)
	})
	return card("显示",
		line("文字大小", kit.Row(0, kit.Fit(size), kit.Space()), 0, ""),
		line("外观", kit.Row(0, kit.Fit(look), kit.Space()), 0, ""),
		kit.Fit(kit.NewPara("文字大小也可以按 Ctrl+加号、Ctrl+减号。", theme.Remark, theme.ColorText3)))
}

// fontCard says which fonts serve for the papers.
func (p *Page) fontCard() fyne.CanvasObject {
	var slots []kit.Slot
	for _, f := range p.p.Fonts {
		mark, color, words := theme.IconCheck, theme.ColorDo, "本机已装"
		if !f.Own {
			mark, color, words = theme.IconNote, theme.ColorText3, "软件附带"
		}
		slots = append(slots, kit.Fit(kit.Row(10, kit.Wide(84, kit.NewLabel(f.Part, theme.Body, theme.ColorText2)),
			kit.Grow(kit.NewElastic(f.Font, theme.Body, theme.ColorText)), kit.Fit(kit.NewIcon(mark, 16, color)),
			kit.Fit(kit.NewLabel(words, theme.Second, color)))))
	}
	slots = append(slots, kit.Fit(kit.NewPara("本机没有的用软件附带的字体，版面不变，字形略有不同。都没有的生僻字借用本机别的字体，仍没有的印作带编码的方框，复制和核验还是原字。", theme.Remark, theme.ColorText3)))
	return card("公文字体", slots...)
}

// dataCard says where the data lies, makes copies and checks the records.
func (p *Page) dataCard() fyne.CanvasObject {
	show := kit.NewButton(kit.ButtonSpec{Text: "打开", Icon: theme.IconOpen, Size: kit.Small, OnPress: func() {
		if err := p.p.Frame.Files.ShowFile(p.p.DataDir); err != nil {
			p.p.Frame.Fail("没有打开文件夹", err, nil)
		}
	}})
	when, last := "退出时有变动就备份；", "还没有备份"
	if p.folder != "" {
		when = "退出时有变动就备份，优盘插着也存一份；"
	}
	if len(p.copies) > 0 {
		last = "上次 " + kit.MomentWord(p.copies[0].At, p.p.Frame.Now()) + fmt.Sprintf("，共 %d 份", len(p.copies))
	}
	folder := p.folder
	if folder == "" {
		folder = "未设（可选优盘或移动硬盘）"
	}
	change := kit.NewButton(kit.ButtonSpec{Text: "更换…", Size: kit.Small, OnPress: p.chooseFolder})
	backup := kit.NewButton(kit.ButtonSpec{Text: "立即备份", Icon: theme.IconSave, Size: kit.Small, OnPress: p.backup})
	verify := kit.NewButton(kit.ButtonSpec{Text: "校验全部记录", Icon: theme.IconLock, Size: kit.Small, OnPress: p.verify})
	checked := p.checked
	if checked == "" {
		checked = "逐条核对记录有没有被改动"
	}
	return card("备份与数据",
		kit.Fit(kit.Row(10, kit.Wide(84, kit.NewLabel("数据位置", theme.Body, theme.ColorText2)), kit.Grow(kit.NewParaMax(p.p.DataDir, theme.Second, theme.ColorText, 2)), kit.Fit(show))),
		kit.Fit(kit.Row(10, kit.Wide(84, kit.NewLabel("自动备份", theme.Body, theme.ColorText2)), kit.Grow(kit.NewPara(when+last, theme.Second, theme.ColorText)))),
		kit.Fit(kit.Row(10, kit.Wide(84, kit.NewLabel("另存到", theme.Body, theme.ColorText2)), kit.Grow(kit.NewParaMax(folder, theme.Second, theme.ColorText, 2)), kit.Fit(change))),
		kit.Fit(kit.Row(10, kit.Wide(84, kit.NewGap(0)), kit.Fit(backup), kit.Space())),
		p.moveLine(),
		kit.Fit(kit.Row(10, kit.Wide(84, kit.NewLabel("检查", theme.Body, theme.ColorText2)), kit.Fit(verify), kit.Grow(kit.NewElastic(checked, theme.Second, theme.ColorText3)))),
		kit.Fit(kit.NewPara("一单清 "+p.p.Version+"　资料只存在这台电脑上，不联网。", theme.Remark, theme.ColorText3)))
}

func (p *Page) chooseFolder() {
	p.p.Frame.Files.ChooseFolder("备份另存到", func(path string) {
		kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (struct{}, error) {
			return struct{}{}, p.p.Keeper.SetPreference(ctx, upkeep.BackupFolder, path)
		}, func(_ struct{}, err error) {
			if err != nil {
				p.p.Frame.Fail("没有记下文件夹", err, nil)
				return
			}
			p.Reload()
		})
	})
}

func (p *Page) backup() {
	folder := p.folder
	type made struct {
		here, there upkeep.Backup
		missing     error // the further folder could not be written
	}
	kit.Run(p.p.Frame.Runner, "正在备份", func(ctx context.Context) (m made, err error) {
		if m.here, err = p.p.Keeper.Backup(ctx, ""); err != nil || folder == "" {
			return m, err
		}
		m.there, m.missing = p.p.Keeper.Backup(ctx, folder)
		return m, nil
	}, func(m made, err error) {
		switch {
		case err != nil:
			p.p.Frame.Fail("没有备份成", err, p.backup)
		case m.missing != nil:
			p.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastWarn, Text: "优盘或另存文件夹写不进去，备份只存在本机：" + m.here.File})
			p.Reload()
		default:
			file := m.here.File
			if folder != "" {
				file = m.there.File
			}
			p.p.Frame.Done("已备份到 " + file)
			p.Reload()
		}
	})
}

func (p *Page) verify() {
	kit.Run(p.p.Frame.Runner, "正在校验全部记录", func(ctx context.Context) (upkeep.Verification, error) {
		return p.p.Keeper.Verify(ctx, upkeep.Progress(kit.Progress(ctx)))
	}, func(v upkeep.Verification, err error) {
		if err != nil {
			p.p.Frame.Fail("没有校验完", err, nil)
			return
		}
		if v.OK() {
			p.checked = fmt.Sprintf("%d 件、%d 条记录，校验一致", v.Notices, v.Events)
			p.build()
			p.p.Frame.Done(p.checked)
			return
		}
		p.showDamages(v)
	})
}

func (p *Page) showDamages(v upkeep.Verification) {
	var close func()
	slots := []kit.Slot{kit.Fit(kit.NewPara(fmt.Sprintf("%d 条记录里有 %d 处与校验不符。没有改动任何记录。请先备份，再从较早的备份恢复，或把下面的内容交给维护人员。", v.Events, len(v.Damages)), theme.Body, theme.ColorText))}
	for _, d := range v.Damages {
		slots = append(slots, kit.Fit(kit.NewPara("· "+d, theme.Second, theme.ColorText)))
	}
	close = p.p.Frame.Dialogs.Show(kit.Dialog{Title: "有记录与校验不符", Icon: theme.IconBlock, Tone: theme.ColorRefuse, Width: 620,
		Body:    kit.Pad(16, 14, kit.Column(8, slots...)),
		Actions: []kit.ButtonSpec{{Text: "关闭", Key: "Esc", Primary: true, OnPress: func() { close() }}}})
}
