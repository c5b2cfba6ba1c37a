package file

import (
	"path/filepath"
	"strings"
	"unicode"

	"yidanqing/app"
)

// Use says what the bytes were meant for; the advice of an error depends on it.
type use int

const (
	forNotice use = iota
	forTable
)

// called is the name of a file as a sentence may quote it: base name, no control characters, not endless.
func called(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	name = filepath.Base(name)
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '“' || r == '”' {
			return -1
		}
		return r
	}, name)
	if r := []rune(name); len(r) > 60 {
		name = string(r[:40]) + "…" + string(r[len(r)-15:])
	}
	if name == "" || name == "." || name == "/" {
		return "这份内容"
	}
	return "“" + name + "”"
}

// damaged says that the bytes are not what they claim to be.
func damaged(name string, cause error) error {
	return app.WrapError(app.CodeDamaged, cause,
		"打不开%s：文件已损坏，或没有传完整。原文件未动，没有读入任何内容。请重新下载，或请对方重发。", called(name))
}

// tooLarge says which limit the file passed.
func tooLarge(name, what string) error {
	return app.Errorf(app.CodeLimit, "没有读%s：%s。原文件未动，没有读入任何内容。请拆成几个小文件，或只复制需要的部分。", called(name), what)
}

// bomb says that the packed file unfolds beyond measure.
func bomb(name string) error {
	return app.Errorf(app.CodeLimit, "没有读%s：压缩包展开后异常地大，像是有问题的文件。原文件未动，没有读入任何内容。请核对来源，请对方重发。", called(name))
}

// locked says that a password protects the file.
func locked(name string, u use) error {
	if u == forTable {
		return app.Errorf(app.CodeLocked, "%s设有打开密码，没有读入任何内容。原文件未动。请在 WPS 或 Office 中打开，去掉密码另存后再导入。", called(name))
	}
	return app.Errorf(app.CodeLocked, "%s设有打开密码。原文件未动。请打开后复制全文粘贴，或去掉密码另存。", called(name))
}

// foreign says that this build does not read such files; how tells the way round.
func foreign(name, how string) error {
	return app.Errorf(app.CodeFormat, "打不开%s。原文件未动。%s", called(name), how)
}

// void says that there is nothing to read.
func void(name, what string) error {
	return app.Errorf(app.CodeInvalid, "%s%s，没有读入任何内容。请核对是不是选错了文件。", called(name), what)
}

// unreadable is the answer to a kind of file that is not read, in the words of its use.
func (k kind) unreadable(name string, data []byte, u use) error {
	saveAs := "您可以在 WPS 中另存为 docx，或复制全文粘贴。"
	if u == forTable {
		saveAs = "您可以在 WPS 中另存为 xlsx 或 docx，再导入。"
	}
	switch k {
	case kindOLE:
		if oleEncrypted(data) {
			return locked(name, u)
		}
		return foreign(name, saveAs)
	case kindRTF, kindHTML, kindMHT, kindODF:
		return foreign(name, saveAs)
	case kindSlides:
		if u == forTable {
			return foreign(name, "这是演示文稿，里面没有可导入的表。请选 xlsx、docx、csv 文件。")
		}
		return foreign(name, "这是演示文稿。您可以复制其中的文字粘贴。")
	case kindPDF:
		if u == forTable {
			return foreign(name, "本版本还不读 PDF 里的表格。请向印发单位要 xlsx 或 docx，或用 WPS 转成 xlsx 后导入。")
		}
		return foreign(name, "本版本还不读 PDF 里的文字。请打开它，全选复制后粘贴。")
	case kindImage:
		if u == forTable {
			return foreign(name, "这是图片，不能当作表格读。请选 xlsx、docx、csv 文件。")
		}
		return foreign(name, "本版本还不读图片里的文字。请把要点打字录入，图片可随件保存。")
	case kindZip, kindRar:
		return foreign(name, "这是压缩包。请先解压，再选其中的文件。")
	case kindOFD, kindText:
		if u == forTable {
			return foreign(name, "请选 xlsx、docx、csv 或 tsv 文件。")
		}
	}
	return foreign(name, "它不是能读的文字文件。请选 docx、xlsx、ofd、txt 文件，或复制全文粘贴。")
}
