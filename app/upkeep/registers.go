package upkeep

import (
	"context"
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// Registers gives all registers, the newest of each kind first.
func (s *Service) Registers(ctx context.Context) ([]ledger.Register, error) {
	return s.Reader.Registers(ctx)
}

// RegistersOn gives of each kind the newest register in force on a day, else the newest: what is out of date decides
// nothing, and the check says so.
func (s *Service) RegistersOn(ctx context.Context, d app.Date) ([]app.Register, error) {
	all, err := s.Reader.Registers(ctx)
	if err != nil {
		return nil, err
	}
	at := make(map[app.RegisterKind]int)
	var out []app.Register
	for _, v := range all {
		i, known := at[v.Register.Kind]
		switch {
		case !known:
			at[v.Register.Kind] = len(out)
			out = append(out, v.Register)
		case !out[i].Source.InForce(d) && v.Register.Source.InForce(d):
			out[i] = v.Register
		}
	}
	return out, nil
}

// ImportRegister keeps a register; the newest of a kind that is in force on the day received is used.
func (s *Service) ImportRegister(ctx context.Context, r app.Register) (ledger.Register, error) {
	if r.Kind.Title() == "" {
		return ledger.Register{}, app.Errorf(app.CodeInvalid, "不知道是哪种名录，没有导入。请选名录种类。")
	}
	if len(r.Entries) == 0 {
		return ledger.Register{}, app.Errorf(app.CodeInvalid, "没有读出%s的条目，没有导入，原名录不变。", r.Kind.Title())
	}
	var out ledger.Register
	err := s.Writer.Write(ctx, func(b ledger.Book) error {
		out = ledger.Register{ID: b.NewID(), Register: r, ImportedAt: b.Now()}
		settings, err := b.Settings(ctx)
		if err != nil {
			return err
		}
		out.ImportedBy = settings.Office.Clerk
		_, err = b.Append(ctx, ledger.Subject{Kind: ledger.SubjectRegister, ID: out.ID}, ledger.RegisterImported, r)
		return err
	})
	if err != nil {
		return ledger.Register{}, err
	}
	return out, nil
}

// WithdrawRegister takes a register out of use that was imported by mistake. It stays in the ledger; the one before holds
// again.
func (s *Service) WithdrawRegister(ctx context.Context, id, reason string) error {
	if reason = strings.TrimSpace(reason); reason == "" {
		return app.Errorf(app.CodeInvalid, "停用名录请写一句理由。")
	}
	all, err := s.Reader.Registers(ctx)
	if err != nil {
		return err
	}
	for _, v := range all {
		if v.ID == id {
			return s.Writer.Write(ctx, func(b ledger.Book) error {
				_, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectRegister, ID: id}, ledger.RegisterWithdrawn, ledger.ReasonPayload{Reason: reason})
				return err
			})
		}
	}
	return app.Errorf(app.CodeNotFound, "没有找到这份名录，可能已经停用。")
}

// RegisterKinds are the kinds of registers in the order of the window.
func RegisterKinds() []app.RegisterKind {
	return []app.RegisterKind{app.RegisterInspection, app.RegisterForm, app.RegisterApp, app.RegisterCampaign, app.RegisterMeeting}
}

// RegisterView is what the office has of one kind of register.
type RegisterView struct {
	Kind app.RegisterKind
	// Used is the register that today's checks look at; nil: none was imported.
	Used *ledger.Register
	// Decides tells whether it may carry a finding today; Status says so in words, and why not.
	Decides bool
	Status  string
	Earlier int // others of the kind
}

// RegisterViews gives every kind of register with what it decides today.
func (s *Service) RegisterViews(ctx context.Context) ([]RegisterView, error) {
	all, err := s.Reader.Registers(ctx)
	if err != nil {
		return nil, err
	}
	today := app.DateOf(s.Now())
	out := make([]RegisterView, 0, len(RegisterKinds()))
	for _, k := range RegisterKinds() {
		v := RegisterView{Kind: k}
		for i := range all {
			r := &all[i]
			if r.Register.Kind != k {
				continue
			}
			if v.Used == nil || !v.Used.Register.Source.InForce(today) && r.Register.Source.InForce(today) {
				v.Used = r
			}
			v.Earlier++
		}
		if v.Used != nil {
			v.Earlier--
			v.Decides = v.Used.Register.Decides(today)
		}
		v.Status = registerStatus(v, today)
		out = append(out, v)
	}
	return out, nil
}

// registerStatus says what a register decides today, and why not.
func registerStatus(v RegisterView, today app.Date) string {
	if v.Used == nil {
		return "还没有导入，不据此判断"
	}
	src := v.Used.Register.Source
	switch {
	case src.Incomplete:
		return "不完整，不据此判断"
	case !src.To.IsZero() && src.To.Before(today):
		return fmt.Sprintf("已于 %s 到期，暂不据此判断", src.To)
	case !src.From.IsZero() && today.Before(src.From):
		return fmt.Sprintf("%s 起施行，暂不据此判断", src.From)
	}
	return "完整、现行，据此判断"
}

// templateColumns are the columns of the template of a register, with an example.
var templateColumns = map[app.RegisterKind][][2]string{
	app.RegisterInspection: {{"名称", "安全生产年度考核"}, {"部门", "县应急管理局"}, {"时间", "2026年11月至12月"}, {"范围", "各乡镇"}},
	app.RegisterForm:       {{"名称", "农村住房安全排查表"}, {"部门", "县住房和城乡建设局"}, {"指标", "户主姓名；住房地址；鉴定等级"}, {"频次", "年"}, {"来源", "采集"}},
	app.RegisterApp:        {{"名称", "一体化政务服务平台"}, {"部门", "县政务服务管理局"}, {"使用方式", "必用"}},
	app.RegisterCampaign:   {{"名称", "文明村镇创建"}, {"部门", "县委宣传部"}, {"级别", "国家级"}},
	app.RegisterMeeting:    {{"名称", "农村工作会议"}, {"部门", "县委农村工作领导小组办公室"}, {"时间", "2月"}, {"级别", "县级"}},
}

// SaveTemplate writes an empty table to be filled in for a register, and gives its path.
func (s *Service) SaveTemplate(ctx context.Context, kind app.RegisterKind, folder string) (string, error) {
	columns, ok := templateColumns[kind]
	if !ok {
		return "", app.Errorf(app.CodeInvalid, "没有这种名录的模板。")
	}
	name := kind.Title()
	if kind == app.RegisterCampaign {
		name += "目录" // the word by which a title is told from a note
	}
	title := fmt.Sprintf("清河县%d年%s", s.Now().Year(), name)
	return s.saveTemplate(ctx, folder, kind.Title()+"模板.xlsx", title, columns)
}

// saveTemplate writes a table with a heading, and one row as an example.
func (s *Service) saveTemplate(ctx context.Context, folder, name, title string, columns [][2]string) (string, error) {
	sheet := paper.Sheet{Name: "模板", Title: title, Notes: []string{"把标题改成原件的名称；下面一行是示例，请删去。"}}
	row := make([]paper.SheetCell, len(columns))
	for i, c := range columns {
		sheet.Head = append(sheet.Head, paper.SheetColumn{Title: c[0], Width: 26})
		row[i] = paper.SheetCell{Text: c[1]}
	}
	sheet.Rows = [][]paper.SheetCell{row}
	data, err := s.Press.Table(ctx, sheet)
	if err != nil {
		return "", err
	}
	return s.Files.Export(ctx, folder, name, data)
}
