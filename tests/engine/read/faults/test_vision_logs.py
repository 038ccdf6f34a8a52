"""Short logs in the layouts of vision tools that no reader was written for."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

from tests.engine.read.faults.reading import assert_reads, given
from tests.together import together

TABLES = [
    given(
        "MMClassification",
        """
        2024-01-01 10:00:00,123 - mmcls - INFO - Epoch [1][50/100]\tlr: 1.000e-02, eta: 0:10:00, time: 0.100, data_time: 0.010, memory: 2000, loss: 2.1000
        2024-01-01 10:00:05,123 - mmcls - INFO - Epoch [1][100/100]\tlr: 1.000e-02, eta: 0:09:50, time: 0.100, data_time: 0.010, memory: 2000, loss: 1.9000
        2024-01-01 10:00:09,123 - mmcls - INFO - Epoch(val) [1][20]\taccuracy_top-1: 41.2000, accuracy_top-5: 80.1000
        2024-01-01 10:00:15,123 - mmcls - INFO - Epoch [2][50/100]\tlr: 1.000e-02, eta: 0:09:40, time: 0.100, data_time: 0.010, memory: 2000, loss: 1.7000
        2024-01-01 10:00:20,123 - mmcls - INFO - Epoch [2][100/100]\tlr: 1.000e-02, eta: 0:09:30, time: 0.100, data_time: 0.010, memory: 2000, loss: 1.6000
        2024-01-01 10:00:24,123 - mmcls - INFO - Epoch(val) [2][20]\taccuracy_top-1: 51.2000, accuracy_top-5: 85.1000
        """,
        train_loss={50: 2.1, 100: 1.9, 150: 1.7, 200: 1.6},
        lr=4,
        val_accuracy=[0.412, 0.512],
        val_5_accuracy=[0.801, 0.851],
    ),
    given(
        "Swin",
        """
        [2024-01-01 10:00:00 swin] (main.py 186): INFO Train: [0/300][0/1251]\teta 1:10:00 lr 0.000001\t wd 0.0500\ttime 3.5 (3.5)\tloss 6.9500 (6.9500)\tgrad_norm 1.5000 (1.5000)\tloss_scale 65536.0000 (65536.0000)\tmem 9000MB
        [2024-01-01 10:01:00 swin] (main.py 186): INFO Train: [0/300][10/1251]\teta 1:05:00 lr 0.000002\t wd 0.0500\ttime 0.5 (0.7)\tloss 6.9100 (6.9300)\tgrad_norm 1.4000 (1.4500)\tloss_scale 65536.0000 (65536.0000)\tmem 9000MB
        [2024-01-01 10:02:00 swin] (main.py 240): INFO Test: [0/98]\tTime 1.0 (1.0)\tLoss 6.8000 (6.8000)\tAcc@1 0.800 (0.800)\tAcc@5 3.100 (3.100)\tMem 9000MB
        [2024-01-01 10:02:10 swin] (main.py 247): INFO  * Acc@1 0.900 Acc@5 3.300
        [2024-01-01 10:02:10 swin] (main.py 160): INFO Max accuracy: 0.90%
        """,
        train_loss={0: 6.95, 10: 6.93},
        lr=[1e-6, 2e-6],
        grad_norm=[1.5, 1.45],
        loss_scale=[65536.0, 65536.0],
        test_loss=[6.8],
        test_accuracy=[0.009],
        test_5_accuracy=[0.033],
    ),
    given(
        "the MNIST example",
        """
        Train Epoch: 1 [0/60000 (0%)]\tLoss: 2.300000
        Train Epoch: 1 [30080/60000 (50%)]\tLoss: 0.500000

        Test set: Average loss: 0.2012, Accuracy: 9412/10000 (94%)

        Train Epoch: 2 [0/60000 (0%)]\tLoss: 0.310000
        Train Epoch: 2 [30080/60000 (50%)]\tLoss: 0.210000

        Test set: Average loss: 0.1012, Accuracy: 9712/10000 (97%)
        """,
        train_loss=[2.3, 0.5, 0.31, 0.21],
        test_loss=[0.2012, 0.1012],
        test_accuracy=[0.9412, 0.9712],
    ),
    given(
        "kuangliu's CIFAR bars",
        """
        Epoch: 0
         [=====================>...........................]  Step: 60ms | Tot: 10s1ms | Loss: 1.900 | Acc: 31.000% (7750/25000) 196/391
         [================================================>]  Step: 60ms | Tot: 20s1ms | Loss: 1.700 | Acc: 38.000% (19000/50000) 391/391
         [================================================>]  Step: 20ms | Tot: 2s1ms | Loss: 1.400 | Acc: 49.000% (4900/10000) 100/100
        Epoch: 1
         [================================================>]  Step: 60ms | Tot: 20s1ms | Loss: 1.300 | Acc: 53.000% (26500/50000) 391/391
         [================================================>]  Step: 20ms | Tot: 2s1ms | Loss: 1.200 | Acc: 57.000% (5700/10000) 100/100
        """,
        train_loss=[1.7, 1.3],
        train_accuracy=[0.38, 0.53],
        test_loss=[1.4, 1.2],
        test_accuracy=[0.49, 0.57],
    ),
    given(
        "YOLOv7's console",
        """
             Epoch   gpu_mem       box       obj       cls     total    labels  img_size
               0/1     2.10G    0.0700    0.0200    0.0300    0.1200        40       640: 100%|██████████| 8/8 [00:10<00:00,  1.2s/it]
                       Class      Images      Labels           P           R      mAP@.5  mAP@.5:.95: 100%|██████████| 2/2 [00:02<00:00,  1.1s/it]
                         all          40          80        0.10        0.20        0.15        0.05
             Epoch   gpu_mem       box       obj       cls     total    labels  img_size
               1/1     2.10G    0.0600    0.0150    0.0250    0.1000        40       640: 100%|██████████| 8/8 [00:10<00:00,  1.2s/it]
                       Class      Images      Labels           P           R      mAP@.5  mAP@.5:.95: 100%|██████████| 2/2 [00:02<00:00,  1.1s/it]
                         all          40          80        0.20        0.30        0.25        0.10
        """,
        train_loss=[0.12, 0.10],
        train_box_loss=[0.07, 0.06],
        train_obj_loss=[0.02, 0.015],
        train_cls_loss=[0.03, 0.025],
        val_precision=[0.1, 0.2],
        val_recall=[0.2, 0.3],
        val_map50=[0.15, 0.25],
        val_map=[0.05, 0.1],
    ),
    given(
        "YOLOX",
        """
        2024-01-01 10:00:00 | INFO     | yolox.core.trainer:258 - epoch: 1/2, iter: 10/20, mem: 2000Mb, iter_time: 0.300s, data_time: 0.001s, total_loss: 15.0, iou_loss: 4.0, l1_loss: 0.0, conf_loss: 10.0, cls_loss: 1.0, lr: 1.000e-04, size: 640, ETA: 0:01:00
        2024-01-01 10:00:05 | INFO     | yolox.core.trainer:258 - epoch: 1/2, iter: 20/20, mem: 2000Mb, iter_time: 0.300s, data_time: 0.001s, total_loss: 12.0, iou_loss: 3.5, l1_loss: 0.0, conf_loss: 7.5, cls_loss: 1.0, lr: 2.000e-04, size: 640, ETA: 0:00:50
        2024-01-01 10:00:10 | INFO     | yolox.core.trainer:258 - epoch: 2/2, iter: 10/20, mem: 2000Mb, iter_time: 0.300s, data_time: 0.001s, total_loss: 10.0, iou_loss: 3.0, l1_loss: 0.0, conf_loss: 6.2, cls_loss: 0.8, lr: 3.000e-04, size: 640, ETA: 0:00:40
        """,
        train_loss={10: 15.0, 20: 12.0, 30: 10.0},
        train_iou_loss=3,
        train_l1_loss=3,
        train_conf_loss=3,
        train_cls_loss=3,
        lr=[1e-4, 2e-4, 3e-4],
    ),
    given(
        "a segmentation trainer",
        """
        EPOCH: 1, Train Loss: 0.6512, Train mIoU: 0.41 | Valid Loss: 0.7012, Valid mIoU: 0.38, LR: 0.0010
        EPOCH: 2, Train Loss: 0.5512, Train mIoU: 0.48 | Valid Loss: 0.6512, Valid mIoU: 0.43, LR: 0.0009
        """,
        train_loss={1: 0.6512, 2: 0.5512},
        train_iou=[0.41, 0.48],
        val_loss={1: 0.7012, 2: 0.6512},
        val_iou=[0.38, 0.43],
        lr=[0.001, 0.0009],
    ),
    given(
        "DCGAN's example",
        """
        [0/5][0/1583]\tLoss_D: 1.9847\tLoss_G: 2.5914\tD(x): 0.4200\tD(G(z)): 0.5700 / 0.1100
        [0/5][50/1583]\tLoss_D: 0.8012\tLoss_G: 12.012\tD(x): 0.7200\tD(G(z)): 0.1700 / 0.0010
        [0/5][100/1583]\tLoss_D: 0.5012\tLoss_G: 9.0120\tD(x): 0.8800\tD(G(z)): 0.2700 / 0.0020
        """,
        d_loss={0: 1.9847, 50: 0.8012, 100: 0.5012},
        g_loss={0: 2.5914, 50: 12.012, 100: 9.012},
    ),
    given(
        "MoCo's pretraining",
        """
        Epoch: [0][  0/5004]\tTime  4.123 ( 4.123)\tData  3.012 ( 3.012)\tLoss 6.9012e+00 (6.9012e+00)\tAcc@1  50.00 ( 50.00)\tAcc@5  60.00 ( 60.00)
        Epoch: [0][ 10/5004]\tTime  0.123 ( 0.523)\tData  0.012 ( 0.312)\tLoss 8.1012e+00 (7.5012e+00)\tAcc@1   0.50 ( 10.00)\tAcc@5   2.00 ( 15.00)
        """,
        train_loss={0: 6.9012, 10: 7.5012},
        train_accuracy=[0.5, 0.1],
        train_5_accuracy=[0.6, 0.15],
    ),
    given(
        "a U-Net with Dice in its bar",
        """
        Epoch 1/2: 100%|██████████| 100/100 [00:10<00:00,  9.9img/s, loss (batch)=0.812]
        INFO: Validation Dice score: 0.612
        Epoch 2/2: 100%|██████████| 100/100 [00:10<00:00,  9.9img/s, loss (batch)=0.612]
        INFO: Validation Dice score: 0.701
        """,
        train_loss={1: 0.812, 2: 0.612},
        val_dice=[0.612, 0.701],
    ),
    given(
        "NeRF",
        """
        [TRAIN] Iter: 100 Loss: 0.0512 PSNR: 14.1
        [TRAIN] Iter: 200 Loss: 0.0412 PSNR: 15.2
        [TRAIN] Iter: 300 Loss: 0.0312 PSNR: 16.3
        """,
        train_loss={100: 0.0512, 200: 0.0412, 300: 0.0312},
        train_psnr=[14.1, 15.2, 16.3],
    ),
]


@together("text, series, config", TABLES)
def test_logs_of_vision_tools(text, series, config):
    assert_reads(text, series, config)
