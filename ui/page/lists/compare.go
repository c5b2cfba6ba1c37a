package lists

import (
	"context"
	"fmt"
	"regexp"

	"yidanqing/app/duty"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// comparison is two versions of the list side by side (版本对比), in place of the list.
type comparison struct {
	on       bool
	old, now int // versions compared
	kind     duty.ChangeKind
	openOnly bool // 只看影响在办的
	changes  []inquire.ListChange
	shown    []int
	known    bool // the answer has come
	table    *kit.DataTable
	turn     kit.Turn
}

func (p *Page) makeComparison() {
	c := &p.compare
	c.table = kit.NewDataTable(nil, kit.NewHolder(kit.NewLabel("两版的事项没有这样的变化", theme.Body, theme.ColorText3).Centred()))
	c.table.SetRowHeight(62)
	c.table.OnOpen = func(i int) {
		if i >= 0 && i < len(c.shown) {
			p.openChange(c.changes[c.shown[i]])
		}
	}
}

// Compare sets the version in front, or the one in force, beside the one before it.
func (p *Page) Compare() {
	if p.waits(p.Compare) {
		return
	}
	if len(p.versions) < 2 {
		p.p.Frame.Info("只有一版清单，没有可对比的；导入新一版后，旧版会保留在这里")
		return
	}
	c := &p.compare
	c.now = 0
	for i, v := range p.versions {
		if v.ID == p.inForce {
			c.now = i
		}
	}
	if c.old = c.now + 1; c.old >= len(p.versions) { // nothing is older: the next newer one is compared with it
		c.old, c.now = c.now, c.now-1
	}
	c.on, c.kind, c.openOnly = true, "", false
	p.build()
	p.loadChanges()
}

func (p *Page) loadChanges() {
	c := &p.compare
	current := c.turn.Next()
	old, now := p.versions[c.old], p.versions[c.now]
	c.changes, c.shown, c.known = nil, nil, false
	c.table.SetRows(0)
	kit.Run(p.p.Frame.Runner, "正在对比两版清单", func(ctx context.Context) ([]inquire.ListChange, error) {
		return p.p.Inquire.ListChanges(ctx, old, now)
	}, func(changes []inquire.ListChange, err error) {
		if !current() {
			return
		}
		if err != nil {
			p.p.Frame.Fail("没有对比成", err, p.loadChanges)
			return
		}
		c.changes, c.known = changes, true
		p.filterChanges()
	})
}

// filterChanges shows the changes of the kind chosen.
func (p *Page) filterChanges() {
	c := &p.compare
	c.shown = nil
	for i, x := range c.changes {
		if (c.kind == "" || x.Kind == c.kind) && (!c.openOnly || len(x.Open) > 0) {
			c.shown = append(c.shown, i)
		}
	}
	p.build()
	c.table.SetRows(len(c.shown))
	c.table.ToTop()
	c.table.Choose(min(0, len(c.shown)-1))
	c.table.Focus()
}

func (c *comparison) count(kind duty.ChangeKind) int {
	n := 0
	for _, x := range c.changes {
		if x.Kind == kind {
			n++
		}
	}
	return n
}

// open is how many demands that are not yet closed the changes touch.
func (c *comparison) open() int {
	n := 0
	for _, x := range c.changes {
		n += len(x.Open)
	}
	return n
}

func (p *Page) leaveComparison() {
	p.compare.on = false
	p.compare.turn.Next()
	p.build()
	p.table.Focus()
}

var yearVersion = regexp.MustCompile(`[（(]([^（）()]*版)[）)]`)

// shortVersion names a version by its year: 2026年版.
func (p *Page) shortVersion(v ledger.List) string {
	word := ""
	s := v.List.Source
	switch m := yearVersion.FindStringSubmatch(s.Title); {
	case m != nil:
		word = m[1]
	case !s.From.IsZero():
		word = fmt.Sprintf("%d年版", s.From.Year)
	case s.Title != "":
		word = s.Title
	default:
		word = v.ImportedAt.Local().Format("2006-01-02") + " 导入"
	}
	if v.ID == p.inForce {
		word += " 现行"
	}
	return word
}

// ExportTable writes the list in front, or the comparison, as a table into a folder that the clerk chooses.
func (p *Page) ExportTable() {
	v := p.version()
	if v == nil {
		p.p.Frame.Info("还没有导入清单，没有可导出的")
		return
	}
	if c := p.compare; c.on {
		old, now := p.versions[c.old], p.versions[c.now]
		p.save("对比表", func(ctx context.Context, folder string) (string, error) {
			return p.p.Inquire.SaveListChanges(ctx, old, now, folder)
		})
		return
	}
	list := *v
	p.save("清单", func(ctx context.Context, folder string) (string, error) {
		return p.p.Inquire.SaveList(ctx, list, folder)
	})
}

// Propose writes the entries that often led to doubt as a table (动态调整建议).
func (p *Page) Propose() {
	if p.waits(p.Propose) {
		return
	}
	v := p.version()
	if v == nil {
		p.p.Frame.Info("还没有导入清单，没有可建议的")
		return
	}
	list := *v
	p.save("动态调整建议", func(ctx context.Context, folder string) (string, error) {
		return p.p.Inquire.SaveProposals(ctx, list, folder)
	})
}

func (p *Page) save(what string, write func(ctx context.Context, folder string) (string, error)) {
	p.p.Frame.Files.ChooseFolder(what+"存到", func(folder string) {
		kit.Run(p.p.Frame.Runner, "正在导出"+what, func(ctx context.Context) (string, error) { return write(ctx, folder) },
			func(path string, err error) {
				if err != nil {
					p.p.Frame.Fail("没有导出"+what, err, nil)
					return
				}
				p.p.Frame.Saved("已导出"+what, path)
			})
	})
}
